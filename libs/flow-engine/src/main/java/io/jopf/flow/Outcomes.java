package io.jopf.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells from the steps how the whole flow stands. */
final class Outcomes {
  private final Board board;
  private final Ending ending;
  private final FailurePolicy onFailure;
  private final List<StepStatus> steps;
  private final Counts counts;

  Outcomes(Board board, Ending ending, FailurePolicy onFailure, List<StepStatus> steps) {
    this.board = board;
    this.ending = ending;
    this.onFailure = onFailure;
    this.steps = steps;
    this.counts = Counts.of(steps);
  }

  Outcome of(Control control, boolean over) {
    if (control.deleting()) {
      return Outcome.DELETING;
    }
    if (over) {
      return end();
    }
    if (board.failing() && (onFailure != FailurePolicy.CONTINUE || board.over(Stage.MAIN))) {
      return new Outcome(FlowState.FAILED, Reasons.STEP_FAILED, firstFailure(Stage.MAIN));
    }
    if (ending != Ending.NONE) {
      String message = Words.of(ending.reason());
      return new Outcome(FlowState.RUNNING, ending.reason(), message);
    }
    if (control.suspended()) {
      return new Outcome(
          FlowState.SUSPENDED, Reasons.SUSPENDED, done() + ", " + Words.of(Reasons.SUSPENDED));
    }
    return underWay(control);
  }

  private Outcome end() {
    if (board.failing()) {
      return new Outcome(FlowState.FAILED, Reasons.STEP_FAILED, firstFailure(Stage.MAIN));
    }
    if (ending == Ending.DEADLINE) {
      return new Outcome(FlowState.FAILED, ending.reason(), Words.of(ending.reason()));
    }
    if (ending != Ending.NONE) {
      return new Outcome(FlowState.CANCELLED, ending.reason(), Words.of(ending.reason()));
    }
    Optional<StepStatus> stuck = first(s -> Reasons.UNKNOWN_DEPENDENCY.equals(s.reason()));
    if (stuck.isPresent()) {
      return new Outcome(
          FlowState.FAILED, Reasons.UNKNOWN_DEPENDENCY, about(stuck.get(), "can never start"));
    }
    if (anyFailed(Stage.FINALLY)) {
      return new Outcome(FlowState.FAILED, Reasons.FINALLY_FAILED, firstFailure(Stage.FINALLY));
    }
    return new Outcome(FlowState.SUCCEED, Reasons.COMPLETED, done() + notes());
  }

  private Outcome underWay(Control control) {
    if (counts.running() > 0) {
      List<String> running =
          steps.stream().filter(StepStatus::running).map(StepStatus::name).toList();
      String message = done() + ", running: " + Names.list(running);
      return new Outcome(FlowState.RUNNING, Reasons.PROGRESSING, message);
    }
    boolean begun = steps.stream().anyMatch(s -> s.attempts() > s.spent() || s.state().finished());
    FlowState state = begun ? FlowState.RUNNING : FlowState.PENDING;
    if (control.queued() != null && !begun) {
      return new Outcome(state, Reasons.QUEUED, control.queued());
    }
    if (first(step -> Reasons.READY.equals(step.reason())).isPresent()) {
      return new Outcome(state, Reasons.PROGRESSING, done());
    }
    return first(step -> step.state() == StepState.RETRY_WAIT)
        .map(s -> new Outcome(state, Reasons.PROGRESSING, about(s, "is tried again")))
        .orElseGet(() -> held(state));
  }

  private Outcome held(FlowState state) {
    return first(
            step ->
                step.state() == StepState.WAITING
                    && !Reasons.WAITING_FOR_DEPENDENCIES.equals(step.reason())
                    && !Reasons.WAITING_FOR_STAGE.equals(step.reason()))
        .map(step -> new Outcome(state, Reasons.HELD, about(step, "waits")))
        .orElseGet(() -> new Outcome(state, Reasons.PROGRESSING, done()));
  }

  private String done() {
    return counts.succeeded() + " of " + counts.total() + " succeeded";
  }

  private String notes() {
    List<String> ignored =
        steps.stream()
            .filter(step -> step.state() == StepState.FAILED)
            .map(StepStatus::name)
            .toList();
    return ignored.isEmpty() ? "" : ", failure ignored: " + Names.list(ignored);
  }

  private Optional<StepStatus> first(Predicate<StepStatus> wanted) {
    return steps.stream().filter(wanted).findFirst();
  }

  private boolean anyFailed(Stage stage) {
    return board.nodes.stream().anyMatch(node -> node.failed() && node.step.stage() == stage);
  }

  private String firstFailure(Stage stage) {
    return board.nodes.stream()
        .filter(node -> node.failed() && node.step.stage() == stage)
        .map(node -> node.status)
        .min(Comparator.comparing(s -> Objects.requireNonNullElse(s.finished(), Instant.MAX)))
        .map(step -> about(step, "failed"))
        .orElseThrow();
  }

  private static String about(StepStatus step, String verb) {
    String why =
        step.message() == null || step.message().isEmpty() ? step.reason() : step.message();
    return step.name() + " " + verb + ": " + Objects.requireNonNullElse(why, "");
  }
}
