package io.jopf.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one step; the finished ones are the memory that keeps them from running again.
 *
 * @param name the step
 * @param state where it stands
 * @param started when its job started, null before
 * @param finished when its outcome was fixed, null before
 * @param reason one machine-readable word, null if there is nothing to tell
 * @param message for people, null if there is nothing to tell
 */
public record StepStatus(
    String name,
    StepState state,
    @Nullable Instant started,
    @Nullable Instant finished,
    @Nullable String reason,
    @Nullable String message) {

  static StepStatus idle(String name, StepState state, String reason, String message) {
    return new StepStatus(name, state, null, null, reason, message);
  }
}
