package io.jopf.flow;

/** What a step wants of another one before it starts. */
public enum Need {
  /**
   * It succeeded, its failure is to be ignored, or it was left out because its {@code when} did not
   * hold.
   */
  PASSED,
  /** It really ran and succeeded. */
  SUCCEEDED,
  /** It failed for good, ignored or not. */
  FAILED,
  /** It ended: succeeded, failed, was skipped or cancelled. */
  FINISHED,
  /** It has started, whatever became of it. */
  RUNNING;

  /** Whether a step with this need is there to react to a failure. */
  boolean reacts() {
    return this == FAILED || this == FINISHED;
  }

  /** Whether the end of the other step gives what is wanted. */
  boolean metBy(Step step, StepStatus end) {
    StepState state = end.state();
    boolean succeeded = state == StepState.SUCCEEDED;
    boolean failed = state == StepState.FAILED;
    return switch (this) {
      case PASSED ->
          succeeded
              || (failed && step.ignoreFailure())
              || (state == StepState.SKIPPED && Reasons.CONDITION_FALSE.equals(end.reason()));
      case SUCCEEDED -> succeeded;
      case FAILED -> failed;
      case FINISHED -> state != StepState.BLOCKED;
      case RUNNING -> succeeded || end.attempts() > end.spent();
    };
  }
}
