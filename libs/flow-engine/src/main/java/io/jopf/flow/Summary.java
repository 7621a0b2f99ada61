package io.jopf.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a status of a board. */
final class Summary {
  private final Plan plan;
  private final Board board;
  private final Timing timing;
  private final Rules rules;

  Summary(Plan plan, Board board, Timing timing, Rules rules) {
    this.plan = plan;
    this.board = board;
    this.timing = timing;
    this.rules = rules;
  }

  FlowStatus status(Control control, FlowRun.Moves moves, Instant now) {
    boolean faulty = !plan.problems().isEmpty();
    List<StepStatus> steps = faulty ? rejected() : steps(control, moves);
    boolean over = faulty ? board.active.isEmpty() : rules.finished();
    timing.completed(over ? completed(steps, now) : null);
    Outcome outcome =
        faulty
            ? Outcome.faulty(plan.problems(), control)
            : new Outcomes(board, timing.ending(), plan.policy().onFailure(), steps)
                .of(control, over);
    return new FlowStatus(
        outcome.state(),
        timing.started(),
        timing.completed(),
        timing.ending(),
        timing.suspendedAt(),
        timing.suspendedFor(),
        finallyDone(over),
        steps,
        outcome.reason(),
        outcome.message());
  }

  private @Nullable Boolean finallyDone(boolean over) {
    List<Node> last =
        board.nodes.stream().filter(node -> node.step.stage() == Stage.FINALLY).toList();
    return (last.isEmpty() || !over) ? null : last.stream().noneMatch(Node::failed);
  }

  /** Facts first: the same time results after a restart, whatever the clock says. */
  private Instant completed(List<StepStatus> steps, Instant now) {
    return steps.stream()
        .map(StepStatus::finished)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> Objects.requireNonNullElse(timing.completed(), now));
  }

  /** Starts nothing, but goes on following what ran before the plan was made faulty. */
  private List<StepStatus> rejected() {
    return board.nodes.stream()
        .map(
            node ->
                node.ended || board.active.contains(node)
                    ? node.status
                    : node.status.idle(
                        StepState.SKIPPED, Reasons.INVALID_PLAN, "the plan is faulty"))
        .toList();
  }

  private List<StepStatus> steps(Control control, FlowRun.Moves moves) {
    Set<String> starting = new HashSet<>();
    moves.toStart().forEach(start -> starting.add(start.step()));
    List<StepStatus> steps = new ArrayList<>(board.nodes.size());
    boolean error = board.over(Stage.MAIN) && rules.needsError();
    for (Node node : board.nodes) {
      // one that ran in an earlier run is shown all the time: its attempts must not be forgotten
      if (node.step.stage() != Stage.ERROR || error || node.status.attempts() > 0) {
        steps.add(status(node, control, starting));
      }
    }
    return steps;
  }

  private StepStatus status(Node node, Control control, Set<String> starting) {
    StepStatus status = node.status;
    if (status.state() == StepState.SKIPPED && !status.frozen() && node.hopeless()) {
      // the same in whatever order it was skipped and its dependencies ended
      return Words.hopeless(board, node);
    }
    if (node.ended || status.state() != StepState.WAITING) {
      return status;
    }
    String reason;
    if (node.lost()) {
      return status.idle(StepState.WAITING, Reasons.LOST, "its job was deleted");
    } else if (board.gated.contains(node)) {
      reason = Reasons.WAITING_FOR_APPROVAL;
    } else if (!board.ready.contains(node)) {
      return rules.isAhead(node.step.stage())
          ? status.idle(
              StepState.WAITING, Reasons.WAITING_FOR_STAGE, Words.of(Reasons.WAITING_FOR_STAGE))
          : Words.waiting(board, node);
    } else if (node.job.phase() == Observed.Phase.HELD) {
      return status.idle(StepState.WAITING, node.job.reason(), node.job.message());
    } else if (control.suspended()) {
      reason = Reasons.SUSPENDED;
    } else if (control.queued() != null) {
      return status.idle(StepState.WAITING, Reasons.QUEUED, control.queued());
    } else {
      reason = starting.contains(node.step.name()) ? Reasons.READY : Reasons.WAITING_FOR_SLOT;
    }
    return status.idle(StepState.WAITING, reason, Words.of(reason));
  }
}
