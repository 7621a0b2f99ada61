/**
 * What every state of an object goes through before its cycle.
 *
 * <p>Expected flow: the watch tells an {@link io.jopf.intake.Intake} everything about the objects
 * of its kind; a worker takes the object through the {@link io.jopf.intake.Stage}s in order
 * (indices, {@code @OnEvent} handlers, timers and daemons) and hands its key on to the queue of the
 * cycles. Guarantees: one worker per object; off the watch's thread; a change reaches the cycles
 * after all stages have seen it, even if a stage fails; indices of all that is there are complete
 * before anything else runs. While another instance leads only the indices are kept. Assumptions:
 * stages look at the newest state and not at what has happened; only {@link
 * io.jopf.intake.EventStage} keeps events. Caveats: a kind without such handlers has no intake.
 * Errors: a stage that fails is logged and repeated after a pause.
 */
@NullMarked
package io.jopf.intake;

import org.jspecify.annotations.NullMarked;
