package io.jopf.flow;

import java.util.List;
import java.util.stream.Collectors;

/** State, reason and one line for people. */
record Outcome(FlowState state, String reason, String message) {

  static final Outcome DELETING =
      new Outcome(FlowState.TERMINATING, Reasons.DELETING, "being deleted");

  static Outcome faulty(List<PlanProblem> problems, Control control) {
    if (control.deleting()) {
      return DELETING;
    }
    String message = problems.stream().map(PlanProblem::message).collect(Collectors.joining("; "));
    return new Outcome(FlowState.FAILED, Reasons.INVALID_PLAN, message);
  }
}
