/**
 * What the original operator has left behind when this one takes its place: objects with a status
 * that knows only the state and what each Job showed, and Jobs that name their flow or DaemonJob as
 * an owner, but neither as the controller nor by a label.
 *
 * <p>Expected flow: a round finds a status without a generation ({@link
 * io.jopf.jobflow.heritage.Heritage#isLeft}), reads it as one of ours, and has the Jobs there are
 * marked as ours. The status that the round stores carries a generation, so it happens once.
 *
 * <p>Guarantees: what has ended does not run again, though its Job may be gone; what runs goes on
 * under its Job; a flow or DaemonJob that was given up stays failed. A Job is taken over only if it
 * has the name it would get here, names the object by its UID, and nobody controls it.
 *
 * <p>Assumptions: the original operator has been stopped.
 *
 * <p>Caveats: an object whose first Jobs were made but whose status was never stored is not known
 * to be old; its Jobs are in the way (reason {@code NameConflict}).
 *
 * <p>Errors: trouble of the API server while Jobs are marked ends the round, and it is tried again.
 */
@NullMarked
package io.jopf.jobflow.heritage;

import org.jspecify.annotations.NullMarked;
