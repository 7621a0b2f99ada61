package io.jopf.flow;

import java.util.Optional;

/** Where a step stands. */
public enum StepState {
  /** Not started yet; it may still be. */
  WAITING("Waiting"),
  /** Cannot start: it needs a step that the plan does not have. */
  BLOCKED("Blocked"),
  /** Its job exists and has not finished. */
  RUNNING("Running"),
  /** Its job completed; never runs again. */
  SUCCEEDED("Succeeded"),
  /** Its job failed or could not be made; never runs again. */
  FAILED("Failed"),
  /** Will not start, because another step failed or the flow is being deleted. */
  SKIPPED("Skipped");

  private final String text;

  StepState(String text) {
    this.text = text;
  }

  /** The word shown in a status. */
  public String text() {
    return text;
  }

  /** Whether the outcome is fixed for good. */
  public boolean finished() {
    return this == SUCCEEDED || this == FAILED;
  }

  /** The state shown as {@code text}; empty for any other word. */
  public static Optional<StepState> fromText(String text) {
    for (StepState state : values()) {
      if (state.text.equals(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
