package io.jopf.jobflow.graph;

import io.jopf.flow.Stage;
import io.jopf.flow.StepState;
import io.jopf.jobflow.graph.GraphNode.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Finds the chain of steps that takes longest, in each stage. */
final class CriticalPath {
  private final FlowGraph graph;
  private final double[] weights;
  private final double[] lengths;
  private final int[] before;
  private final List<List<Integer>> in = new ArrayList<>();
  private final List<List<Integer>> out = new ArrayList<>();

  private CriticalPath(FlowGraph graph) {
    this.graph = graph;
    this.weights = weights(graph.nodes());
    this.lengths = new double[weights.length];
    this.before = new int[weights.length];
    for (int i = 0; i < weights.length; i++) {
      before[i] = -1;
      in.add(new ArrayList<>());
      out.add(new ArrayList<>());
    }
  }

  /** The graph with its critical paths marked; steps in a cycle are on none. */
  static FlowGraph mark(FlowGraph graph) {
    return new CriticalPath(graph).marked();
  }

  private FlowGraph marked() {
    for (GraphEdge edge : graph.edges()) {
      // what only happens after a failure is on no path before it happens
      boolean taken = !edge.label().equals("Failed") || graph.nodes().get(edge.to()).took() != null;
      if (taken && stage(edge.from()) == stage(edge.to())) {
        out.get(edge.from()).add(edge.to());
        in.get(edge.to()).add(edge.from());
      }
    }
    BitSet ends = measure();
    BitSet critical = new BitSet();
    for (Stage stage : Stage.values()) {
      int last = -1;
      for (int i = ends.nextSetBit(0); i >= 0; i = ends.nextSetBit(i + 1)) {
        // a barrier behind the last step takes no time, and belongs to it
        boolean longer = last < 0 || lengths[i] >= lengths[last];
        if (stage(i) == stage && lengths[i] > 0 && longer) {
          last = i;
        }
      }
      for (int i = last; i >= 0; i = before[i]) {
        critical.set(i);
      }
    }
    List<GraphNode> nodes = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      nodes.add(with(graph.nodes().get(i), critical.get(i)));
    }
    List<GraphEdge> edges =
        graph.edges().stream()
            .map(
                edge ->
                    new GraphEdge(
                        edge.from(),
                        edge.to(),
                        edge.label(),
                        critical.get(edge.to()) && before[edge.to()] == edge.from()))
            .toList();
    return new FlowGraph(graph.name(), graph.state(), List.copyOf(nodes), edges);
  }

  /** Measures in the order of the dependencies; what that order reaches is returned. */
  private BitSet measure() {
    BitSet reached = new BitSet();
    int[] open = new int[weights.length];
    Deque<Integer> free = new ArrayDeque<>();
    for (int i = 0; i < open.length; i++) {
      open[i] = in.get(i).size();
      if (open[i] == 0) {
        free.add(i);
      }
    }
    while (!free.isEmpty()) {
      int next = free.remove();
      reached.set(next);
      lengths[next] = weights[next];
      for (int from : in.get(next)) {
        if (lengths[from] + weights[next] > lengths[next]
            || (before[next] < 0 && lengths[from] > 0)) {
          lengths[next] = lengths[from] + weights[next];
          before[next] = from;
        }
      }
      for (int to : out.get(next)) {
        if (--open[to] == 0) {
          free.add(to);
        }
      }
    }
    return reached;
  }

  private Stage stage(int number) {
    return graph.nodes().get(number).stage();
  }

  private static GraphNode with(GraphNode node, boolean critical) {
    return new GraphNode(
        node.name(),
        node.stage(),
        node.shape(),
        node.state(),
        node.took(),
        node.reason(),
        critical);
  }

  private static double[] weights(List<GraphNode> nodes) {
    double mean =
        nodes.stream()
            .filter(node -> node.took() != null)
            .mapToLong(node -> Objects.requireNonNull(node.took()).toMillis())
            .average()
            .orElse(0);
    // also where all that is known took no time
    double unknown = mean > 0 ? mean : 1;
    return nodes.stream().mapToDouble(node -> weight(node, unknown)).toArray();
  }

  private static double weight(GraphNode node, double unknown) {
    boolean nothing = node.shape() == Shape.LOOP || node.shape() == Shape.BARRIER;
    if (nothing || node.shape() == Shape.MISSING || node.state() == StepState.SKIPPED) {
      return 0;
    }
    return node.took() == null ? unknown : Math.max(node.took().toMillis(), 1);
  }
}
