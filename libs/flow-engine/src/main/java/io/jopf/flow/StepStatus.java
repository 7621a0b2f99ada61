package io.jopf.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one step; the finished ones are the memory that keeps them from running again.
 *
 * @param name the step
 * @param state where it stands
 * @param attempts how many jobs were made for it
 * @param spent how many of those count no longer, because the step was reset to run again
 * @param due since when it could have run, kept only where that is limited; null otherwise
 * @param started when the job of the last attempt started, null before
 * @param finished when the last attempt ended, null before
 * @param reason one machine-readable word, null if there is nothing to tell
 * @param message for people, null if there is nothing to tell
 */
public record StepStatus(
    String name,
    StepState state,
    int attempts,
    int spent,
    @Nullable Instant due,
    @Nullable Instant started,
    @Nullable Instant finished,
    @Nullable String reason,
    @Nullable String message) {

  /** A step that has not started. */
  static StepStatus fresh(String name) {
    return new StepStatus(name, StepState.WAITING, 0, 0, null, null, null, null, null);
  }

  /** A step all of whose attempts so far count no longer. */
  static StepStatus spent(String name, int attempts) {
    return new StepStatus(
        name, StepState.WAITING, attempts, attempts, null, null, null, null, null);
  }

  /** Whether nothing that is seen changes it any more. */
  boolean frozen() {
    return state.finished()
        || (state == StepState.SKIPPED && Reasons.CONDITION_FALSE.equals(reason));
  }

  /** Whether an attempt of it was made that is not over. */
  boolean running() {
    return state == StepState.RUNNING;
  }

  /** The same, standing idle. */
  StepStatus idle(StepState other, @Nullable String why, @Nullable String text) {
    return new StepStatus(name, other, attempts, spent, due, null, null, why, text);
  }

  /** The same, ended now by a decision and not by its job. */
  StepStatus ended(StepState end, String why, String text, Instant now) {
    return new StepStatus(name, end, attempts, spent, null, started, now, why, text);
  }

  StepStatus dueSince(@Nullable Instant since) {
    return new StepStatus(name, state, attempts, spent, since, started, finished, reason, message);
  }

  /** The same, to be run again by a new attempt. */
  StepStatus reset() {
    return spent(name, attempts);
  }
}
