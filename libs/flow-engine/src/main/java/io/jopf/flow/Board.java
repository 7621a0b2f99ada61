package io.jopf.flow;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where every step stands, and who has to be looked at next. Decides nothing. */
final class Board {
  private static final Comparator<Node> BY_NUMBER = Comparator.comparingInt(node -> node.number);

  final Graph graph;
  final List<Node> nodes = new ArrayList<>();

  /** Due, but not approved yet. */
  final NavigableSet<Node> gated = new TreeSet<>(BY_NUMBER);

  /** A job can be made, as far as other steps are concerned. */
  final NavigableSet<Node> ready = new TreeSet<>(BY_NUMBER);

  /** Between two attempts, the pause not over. */
  final NavigableSet<Node> pausing = new TreeSet<>(BY_NUMBER);

  /** A job is there and counts. */
  final NavigableSet<Node> active = new TreeSet<>(BY_NUMBER);

  /** A job is there and must go, because the step's outcome is fixed without it. */
  final NavigableSet<Node> doomed = new TreeSet<>(BY_NUMBER);

  private final Deque<Node> queue = new ArrayDeque<>();
  private final Map<Stage, Integer> open = new EnumMap<>(Stage.class);
  private final Map<String, Integer> activeInGroup = new HashMap<>();
  private boolean failing;

  Board(Graph graph, Map<String, StepStatus> remembered) {
    this.graph = graph;
    for (Step step : graph.steps()) {
      StepStatus before = remembered.get(step.name());
      int number = nodes.size();
      nodes.add(
          new Node(
              number,
              step,
              graph.dependencies(number),
              before == null ? StepStatus.fresh(step.name()) : before));
    }
  }

  /** Starts anew from what is certain. */
  void build(Instant now) {
    for (NavigableSet<Node> set : List.of(gated, ready, pausing, active, doomed)) {
      set.clear();
    }
    queue.clear();
    activeInGroup.clear();
    failing = false;
    open.clear();
    for (Node node : nodes) {
      node.clear();
      open.merge(node.step.stage(), 1, Integer::sum);
    }
    for (Node node : nodes) {
      place(node, Facts.of(node.step, node.status, node.job, now));
      queue.add(node);
    }
  }

  /**
   * Takes in what its job shows now.
   *
   * @return false if that contradicts what was decided, so that the board has to be built anew
   */
  boolean update(Node node, Instant now) {
    if (node.ended && !node.status.frozen()) {
      return node.job.attempt() == 0 && node.job.phase() != Observed.Phase.REFUSED;
    }
    StepStatus fact = Facts.of(node.step, node.status, node.job, now);
    boolean waits = fact.state() == StepState.WAITING && fact.attempts() <= fact.spent();
    if (node.ended || !waits) {
      unlist(node);
      place(node, fact);
      queue.add(node);
    }
    return true;
  }

  private void unlist(Node node) {
    for (NavigableSet<Node> set : List.of(gated, ready, pausing, doomed)) {
      set.remove(node);
    }
    if (active.remove(node) && node.step.group() != null) {
      activeInGroup.merge(node.step.group().name(), -1, Integer::sum);
    }
  }

  private void place(Node node, StepStatus fact) {
    node.status = fact;
    boolean over = fact.frozen() || fact.state() == StepState.RETRY_WAIT;
    if (over && node.job.phase().unfinished() && node.job.attempt() == fact.attempts()) {
      if (fact.state() != StepState.SUCCEEDED) {
        doomed.add(node);
      }
    }
    if (fact.frozen()) {
      end(node, fact);
      return;
    }
    if (fact.attempts() > fact.spent()) {
      tellStart(node);
    }
    if (fact.state() == StepState.RETRY_WAIT) {
      pausing.add(node);
    } else if (fact.running()) {
      active.add(node);
      if (node.step.group() != null) {
        activeInGroup.merge(node.step.group().name(), 1, Integer::sum);
      }
    }
  }

  private void tellStart(Node node) {
    if (node.startTold) {
      return;
    }
    node.startTold = true;
    for (Graph.Edge edge : graph.out(node.number)) {
      if (edge.need() == Need.RUNNING) {
        Node dependent = nodes.get(edge.to());
        dependent.met++;
        queue.add(dependent);
      }
    }
  }

  /** Fixes how a step ended, and tells those that depend on it. */
  void end(Node node, StepStatus end) {
    node.status = end;
    if (node.ended) {
      return;
    }
    boolean unfinished = node.job.phase().unfinished() && active.contains(node);
    unlist(node);
    if (unfinished) {
      doomed.add(node);
    }
    node.ended = true;
    open.merge(node.step.stage(), -1, Integer::sum);
    failing |= node.failed() && node.step.stage() == Stage.MAIN;
    for (Graph.Edge edge : graph.out(node.number)) {
      if (edge.need() == Need.RUNNING && node.startTold) {
        continue;
      }
      Node dependent = nodes.get(edge.to());
      if (!graph.blocked(node.number) && edge.need().metBy(node.step, end)) {
        dependent.met++;
      } else {
        dependent.missed++;
      }
      queue.add(dependent);
    }
  }

  /** An attempt is over though its job is still there. */
  void pause(Node node, StepStatus pausingNow) {
    unlist(node);
    node.status = pausingNow;
    pausing.add(node);
    if (node.job.phase().unfinished()) {
      doomed.add(node);
    }
  }

  /** Lets the steps of a stage be looked at. */
  void enqueue(Stage stage) {
    nodes.stream().filter(node -> node.step.stage() == stage).forEach(queue::add);
  }

  void enqueue(Node node) {
    queue.add(node);
  }

  @Nullable Node next() {
    return queue.poll();
  }

  /** Whether a step of the flow itself failed for good. */
  boolean failing() {
    return failing;
  }

  boolean over(Stage stage) {
    return open.getOrDefault(stage, 0) == 0;
  }

  int activeIn(Group group) {
    return activeInGroup.getOrDefault(group.name(), 0);
  }
}
