package io.jopf.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Moves the steps of a board as far as they go without another job's outcome. */
final class Rules {
  private final Board board;
  private final FailurePolicy onFailure;
  private final Timing timing;
  private Control control = Control.none();
  private Instant now = Instant.EPOCH;
  private Stage stage = Stage.MAIN;
  private boolean finished;
  private boolean swept;

  Rules(Board board, FailurePolicy onFailure, Timing timing) {
    this.board = board;
    this.onFailure = onFailure;
    this.timing = timing;
  }

  /** Begins again with the first stage, after the board was built anew. */
  void restart() {
    stage = Stage.MAIN;
    finished = false;
    swept = false;
  }

  void settle(Control said, Instant time) {
    swept &= control.deleting() == said.deleting();
    control = said;
    now = time;
    List.copyOf(board.gated).forEach(board::enqueue);
    settle();
    if (timing.updateEnding(control, stage != Stage.MAIN || finished, now)) {
      swept = false;
    }
    settle();
  }

  /** Whether no step of any stage can change any more but by a job that vanishes. */
  boolean finished() {
    return finished;
  }

  /** Whether the turn of the stage has not come yet. */
  boolean isAhead(Stage other) {
    return other.compareTo(stage) > 0;
  }

  /** Whether the steps that run after a failure have, or had, their turn. */
  boolean needsError() {
    boolean stuck =
        board.nodes.stream()
            .anyMatch(
                node ->
                    node.step.stage() == Stage.MAIN && node.status.state() == StepState.BLOCKED);
    return timing.ending() == Ending.DEADLINE
        || (timing.ending() == Ending.NONE && (board.failing() || stuck));
  }

  /** Whether the job of the step is to be stopped. */
  boolean stops(Node node) {
    boolean main = node.step.stage() == Stage.MAIN;
    if (main ? timing.ending().stopsJobs() : timing.ending() == Ending.CANCEL) {
      return true;
    }
    return main
        && onFailure == FailurePolicy.CANCEL
        && board.failing()
        && !board.graph.reacting(node.number);
  }

  private void settle() {
    do {
      for (Node node = board.next(); node != null; node = board.next()) {
        visit(node);
      }
      sweep();
    } while (advance());
  }

  private void visit(Node node) {
    if (node.ended || isAhead(node.step.stage())) {
      return;
    }
    if (board.active.contains(node) || board.pausing.contains(node)) {
      if (closed(node) && !board.active.contains(node)) {
        close(node);
      }
      return;
    }
    if (node.lost()) {
      if (closed(node)) {
        close(node);
      } else {
        board.ready.add(node);
      }
    } else if (board.graph.blocked(node.number)) {
      board.end(node, Words.blocked(board, node));
    } else if (node.hopeless()) {
      board.end(node, Words.hopeless(board, node));
    } else if (closed(node)) {
      close(node);
    } else if (node.due() && !board.ready.contains(node)) {
      gate(node);
    }
  }

  private void gate(Node node) {
    Step step = node.step;
    if (step.work() == Work.GROUP) {
      board.end(node, Words.group(board, node, now));
      return;
    }
    When when = control.when().apply(step.name());
    if (when.verdict() != When.Verdict.RUN) {
      boolean skip = when.verdict() == When.Verdict.SKIP;
      board.end(
          node,
          skip
              ? node.status.idle(StepState.SKIPPED, Reasons.CONDITION_FALSE, when.message())
              : node.status.ended(StepState.FAILED, when.reason(), when.message(), now));
      return;
    }
    Boolean approved = step.approval() ? control.approvals().get(step.approvedAs()) : Boolean.TRUE;
    if (approved == null) {
      board.gated.add(node);
    } else if (!approved) {
      board.end(node, node.status.ended(StepState.FAILED, Reasons.REFUSED, "it was refused", now));
    } else if (step.work() == Work.NOTHING) {
      board.end(node, node.status.ended(StepState.SUCCEEDED, Reasons.COMPLETED, "", now));
    } else {
      board.gated.remove(node);
      board.ready.add(node);
    }
  }

  /** Whether the step may not start any more. */
  private boolean closed(Node node) {
    if (control.deleting()) {
      return true;
    }
    if (node.step.work() == Work.GROUP && board.graph.dependencies(node.number) > 0) {
      return false;
    }
    boolean main = node.step.stage() == Stage.MAIN;
    Ending ending = timing.ending();
    if (main ? ending != Ending.NONE : ending == Ending.CANCEL) {
      return true;
    }
    return main
        && board.failing()
        && onFailure != FailurePolicy.CONTINUE
        && !board.graph.reacting(node.number);
  }

  private void close(Node node) {
    StepStatus status = node.status;
    if (status.state() == StepState.RETRY_WAIT) {
      board.end(node, Words.gaveUp(status, now));
    } else if (node.lost()) {
      String reason = stops(node) ? stopReason(node) : Reasons.LOST;
      board.end(node, status.ended(StepState.CANCELLED, reason, "its job was deleted", now));
    } else {
      String reason = control.deleting() ? Reasons.DELETING : stopReason(node);
      board.end(node, status.idle(StepState.SKIPPED, reason, Words.of(reason)));
    }
  }

  private String stopReason(Node node) {
    boolean ends = timing.ending() != Ending.NONE && node.step.stage() == Stage.MAIN;
    return (ends || timing.ending() == Ending.CANCEL)
        ? timing.ending().reason()
        : Reasons.FLOW_FAILED;
  }

  /** Once nothing new may start, whatever has not started never will. */
  private void sweep() {
    boolean failed = board.failing() && onFailure != FailurePolicy.CONTINUE;
    boolean any = control.deleting() || timing.ending() != Ending.NONE || failed;
    if (!any || swept) {
      return;
    }
    swept = true;
    for (int number : board.graph.order()) {
      Node node = board.nodes.get(number);
      visit(node);
      if (!node.ended && board.ready.contains(node) && closed(node)) {
        close(node);
      }
    }
  }

  private boolean advance() {
    if (finished || !board.over(stage)) {
      return false;
    }
    switch (stage) {
      case MAIN -> stage = Stage.ERROR;
      case ERROR -> stage = Stage.FINALLY;
      case FINALLY -> {
        finished = true;
        return false;
      }
    }
    if (stage == Stage.ERROR && !needsError()) {
      for (Node node : new ArrayList<>(board.nodes)) {
        if (node.step.stage() == Stage.ERROR) {
          board.end(node, node.status.idle(StepState.SKIPPED, Reasons.COMPLETED, null));
        }
      }
    }
    board.enqueue(stage);
    return true;
  }
}
