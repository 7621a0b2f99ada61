package io.jopf.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A flow that is followed from one change to the next: what a change costs depends on the steps it
 * concerns, not on the size of the flow. Says the same as {@link FlowEngine}, which begins anew
 * each time. Not for several threads.
 */
public final class FlowRun {
  private final Plan plan;
  private final Board board;
  private final Timing timing;
  private final Rules rules;
  private final Clockwork clockwork;
  private final Set<Node> changed = new LinkedHashSet<>();
  private Control control = Control.none();
  private Instant now = Instant.EPOCH;
  private @Nullable Moves moves;

  /**
   * What to do now.
   *
   * @param toStart jobs to be created, in the plan's order
   * @param toStop steps whose unfinished job is to be deleted
   * @param again when to ask again though nothing has changed, null if there is no such time
   */
  public record Moves(List<Start> toStart, List<String> toStop, @Nullable Instant again) {

    public Moves {
      toStart = List.copyOf(toStart);
      toStop = List.copyOf(toStop);
    }
  }

  /**
   * Goes on with a flow.
   *
   * @param remembered the status stored last, {@link FlowStatus#none()} at first
   */
  public FlowRun(Plan plan, FlowStatus remembered) {
    this.plan = plan;
    Map<String, StepStatus> before = new HashMap<>();
    remembered.steps().forEach(step -> before.put(step.name(), step));
    this.board = new Board(plan.graph(), before);
    this.timing = new Timing(plan.policy(), remembered);
    this.rules = new Rules(board, plan.policy().onFailure(), timing);
    this.clockwork = new Clockwork(board);
  }

  /** Tells what the job of a step's latest attempt shows; other names are passed over. */
  public void observe(String step, Observed job) {
    if (board.graph.has(step)) {
      Node node = board.nodes.get(board.graph.number(step));
      if (!node.job.equals(job)) {
        node.job = job;
        changed.add(node);
      }
    }
  }

  /**
   * Decides. A job that is asked for is asked for again until it is observed.
   *
   * @param said what is said from outside
   */
  public Moves advance(Control said, Instant time) {
    boolean anew = moves == null || changesThatGoBack(said);
    control = said;
    now = time;
    if (!anew) {
      for (Node node : changed) {
        anew |= !board.update(node, now);
      }
    }
    changed.clear();
    if (anew) {
      board.build(now);
      rules.restart();
    }
    timing.pass(control, firstStart(), now);
    if (plan.problems().isEmpty()) {
      settle();
      moves = new Moves(starts(), stops(), again());
    } else {
      moves = new Moves(List.of(), List.of(), null);
    }
    return moves;
  }

  /** What was given up because of a deletion has to be looked at again if there is none. */
  private boolean changesThatGoBack(Control said) {
    return control.deleting() && !said.deleting();
  }

  private void settle() {
    boolean mayStart = !control.suspended() && control.queued() == null && !control.deleting();
    rules.settle(control, now);
    clockwork.wake(now);
    if (clockwork.expire(mayStart, now)) {
      rules.settle(control, now);
      clockwork.wake(now);
    }
  }

  private List<Start> starts() {
    if (control.suspended() || control.queued() != null || control.deleting()) {
      return List.of();
    }
    int limit = plan.policy().parallelism();
    int room = limit <= 0 ? Integer.MAX_VALUE : limit - board.active.size();
    List<Start> starts = new ArrayList<>();
    Map<String, Integer> inGroup = new HashMap<>();
    for (Node node : board.ready) {
      if (room <= 0) {
        break;
      }
      if (node.job.phase() != Observed.Phase.HELD && hasRoom(node.step.group(), inGroup)) {
        starts.add(new Start(node.step.name(), node.nextAttempt()));
        room--;
      }
    }
    return starts;
  }

  private boolean hasRoom(@Nullable Group group, Map<String, Integer> starting) {
    if (group == null || group.parallelism() <= 0) {
      return true;
    }
    int more = starting.getOrDefault(group.name(), 0);
    if (board.activeIn(group) + more >= group.parallelism()) {
      return false;
    }
    starting.put(group.name(), more + 1);
    return true;
  }

  private List<String> stops() {
    List<String> stops = new ArrayList<>();
    board.doomed.forEach(node -> stops.add(node.step.name()));
    if (timing.ending() != Ending.NONE || board.failing()) {
      board.active.stream().filter(rules::stops).forEach(node -> stops.add(node.step.name()));
    }
    return stops;
  }

  private @Nullable Instant again() {
    boolean mainOpen = !board.over(Stage.MAIN) && timing.ending() == Ending.NONE;
    return clockwork.again(mainOpen ? timing.deadlineAt() : null);
  }

  private @Nullable Instant firstStart() {
    if (timing.started() != null) {
      return null;
    }
    return board.nodes.stream()
        .filter(node -> node.status.spent() == 0)
        .map(node -> node.status.started())
        .filter(started -> started != null)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** Whether no job runs, none can be made now and none is tried again, as of the last look. */
  public boolean isQuiet() {
    return board.active.isEmpty() && board.ready.isEmpty() && board.pausing.isEmpty();
  }

  /** How the flow stands, as of the last {@link #advance}. */
  public FlowStatus status() {
    Moves last = moves == null ? new Moves(List.of(), List.of(), null) : moves;
    return new Summary(plan, board, timing, rules).status(control, last, now);
  }
}
