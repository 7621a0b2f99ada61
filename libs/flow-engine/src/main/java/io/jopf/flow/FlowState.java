package io.jopf.flow;

/** Where a whole flow stands. */
public enum FlowState {
  /** Nothing has started. */
  PENDING("Pending"),
  /** Something has started, and nothing has failed. */
  RUNNING("Running"),
  /** It is suspended. */
  SUSPENDED("Suspended"),
  /** Nothing new starts until somebody says so; what runs goes on. Only of jobs per node. */
  PAUSED("Paused"),
  /** Everything that was to run did so well. */
  SUCCEED("Succeed"),
  /** A step failed, the plan is faulty, or no step is left that could start; jobs may still run. */
  FAILED("Failed"),
  /** It was stopped or cancelled. */
  CANCELLED("Cancelled"),
  /** The object is being deleted. */
  TERMINATING("Terminating");

  private final String text;

  FlowState(String text) {
    this.text = text;
  }

  /** The state shown as {@code text}; pending for any other word. */
  public static FlowState fromText(String text) {
    for (FlowState state : values()) {
      if (state.text.equals(text)) {
        return state;
      }
    }
    return PENDING;
  }

  /** The word shown in a status. */
  public String text() {
    return text;
  }
}
