package io.jopf.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** State, reason and one line for people, from the states of the steps. */
record Outcome(FlowState state, String reason, String message) {

  static Outcome of(FlowInput input, List<StepStatus> steps) {
    if (input.deleting()) {
      return new Outcome(FlowState.TERMINATING, Reasons.DELETING, "being deleted");
    }
    List<PlanProblem> problems = input.plan().problems();
    if (!problems.isEmpty()) {
      String message =
          problems.stream().map(PlanProblem::message).collect(Collectors.joining("; "));
      return new Outcome(FlowState.FAILED, Reasons.INVALID_PLAN, message);
    }
    return of(steps);
  }

  private static Outcome of(List<StepStatus> steps) {
    Counts counts = Counts.of(steps);
    String done = counts.succeeded() + " of " + counts.total() + " succeeded";
    if (counts.failed() > 0) {
      return new Outcome(FlowState.FAILED, Reasons.STEP_FAILED, firstFailure(steps));
    }
    if (counts.succeeded() == counts.total()) {
      return new Outcome(FlowState.SUCCEED, Reasons.COMPLETED, done);
    }
    if (counts.running() > 0) {
      String message = done + ", running: " + Names.list(running(steps));
      return new Outcome(FlowState.RUNNING, Reasons.PROGRESSING, message);
    }
    if (counts.waiting() == 0) {
      return new Outcome(FlowState.FAILED, Reasons.UNKNOWN_DEPENDENCY, firstBlocked(steps));
    }
    FlowState state = counts.succeeded() > 0 ? FlowState.RUNNING : FlowState.PENDING;
    if (steps.stream().anyMatch(step -> Reasons.READY.equals(step.reason()))) {
      return new Outcome(state, Reasons.PROGRESSING, done);
    }
    return new Outcome(state, Reasons.HELD, firstHeld(steps));
  }

  private static List<String> running(List<StepStatus> steps) {
    return steps.stream()
        .filter(step -> step.state() == StepState.RUNNING)
        .map(StepStatus::name)
        .toList();
  }

  private static String firstFailure(List<StepStatus> steps) {
    return steps.stream()
        .filter(step -> step.state() == StepState.FAILED)
        .min(Comparator.comparing(s -> Objects.requireNonNullElse(s.finished(), Instant.MAX)))
        .map(step -> about(step, "failed"))
        .orElseThrow();
  }

  private static String firstBlocked(List<StepStatus> steps) {
    return steps.stream()
        .filter(step -> Reasons.UNKNOWN_DEPENDENCY.equals(step.reason()))
        .findFirst()
        .map(step -> about(step, "can never start"))
        .orElseThrow();
  }

  private static String firstHeld(List<StepStatus> steps) {
    return steps.stream()
        .filter(step -> step.state() == StepState.WAITING)
        .filter(step -> !Reasons.WAITING_FOR_DEPENDENCIES.equals(step.reason()))
        .findFirst()
        .map(step -> about(step, "waits"))
        .orElseThrow();
  }

  private static String about(StepStatus step, String verb) {
    String why = Objects.requireNonNullElseGet(step.message(), step::name);
    return step.name() + " " + verb + ": " + why;
  }
}
