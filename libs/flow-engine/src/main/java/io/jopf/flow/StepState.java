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
  /** An attempt failed, and the next one follows after a pause. */
  RETRY_WAIT("RetryWait"),
  /** It did what it should; never runs again. */
  SUCCEEDED("Succeeded"),
  /** It failed for good; runs again only if that is asked for. */
  FAILED("Failed"),
  /** Does not run: it is not wanted, or what it needs did not happen. */
  SKIPPED("Skipped"),
  /** Was stopped while it ran; runs again only if that is asked for. */
  CANCELLED("Cancelled");

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
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
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
