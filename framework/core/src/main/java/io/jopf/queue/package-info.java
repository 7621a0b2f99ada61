/**
 * Which object is looked at next, and by whom.
 *
 * <p>Expected flow: events and timers {@code add} keys; workers {@code take} one, look at the
 * object's newest state, and say {@code done}. Guarantees: a key is with one worker at a time; an
 * add while it is out brings it back once, however often it is repeated; keys are served in the
 * order of their first add, what was there before the process, or asks for another turn at once,
 * after what has changed since; a delay holds no worker. Assumptions: what a key stands for is read
 * when it is taken, never when it is added. Caveats: nothing survives the process; a start adds
 * everything again.
 */
@NullMarked
package io.jopf.queue;

import org.jspecify.annotations.NullMarked;
