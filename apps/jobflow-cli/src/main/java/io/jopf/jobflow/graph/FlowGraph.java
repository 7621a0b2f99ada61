package io.jopf.jobflow.graph;

import io.jopf.flow.Dependency;
import io.jopf.flow.Need;
import io.jopf.flow.Stage;
import io.jopf.flow.Step;
import io.jopf.flow.StepState;
import io.jopf.flow.Work;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.graph.GraphNode.Shape;
import io.jopf.jobflow.plan.FlowPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a flow and who waits for whom.
 *
 * @param name of the flow
 * @param state of the flow; empty if it never ran
 * @param nodes in the order of the plan
 * @param edges by the numbers of nodes
 */
public record FlowGraph(String name, String state, List<GraphNode> nodes, List<GraphEdge> edges) {

  /** The picture of a flow as it stands. */
  public static FlowGraph of(JobFlow flow, Instant now) {
    Map<String, StepEntry> entries = new HashMap<>();
    String state = "";
    if (flow.getStatus() != null) {
      state = Objects.requireNonNullElse(flow.getStatus().state(), "");
      Objects.requireNonNullElse(flow.getStatus().steps(), List.<StepEntry>of())
          .forEach(entry -> entries.put(entry.name(), entry));
    }
    List<Step> steps = FlowPlan.of(flow.getSpec()).plan().steps();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<GraphNode> nodes = new ArrayList<>();
    for (Step step : steps) {
      if (numbers.putIfAbsent(step.name(), nodes.size()) == null) {
        nodes.add(node(step, entries.get(step.name()), now));
      }
    }
    List<GraphEdge> edges = new ArrayList<>();
    for (Step step : steps) {
      for (Dependency dependency : step.dependencies()) {
        Integer from = numbers.get(dependency.step());
        if (from == null) {
          from = nodes.size();
          numbers.put(dependency.step(), from);
          nodes.add(missing(dependency.step(), step.stage()));
        }
        int to = Objects.requireNonNull(numbers.get(step.name()));
        edges.add(new GraphEdge(from, to, label(step, dependency), false));
      }
    }
    String name = Objects.requireNonNullElse(flow.getMetadata().getName(), "");
    return CriticalPath.mark(new FlowGraph(name, state, nodes, edges));
  }

  private static GraphNode node(Step step, @Nullable StepEntry entry, Instant now) {
    if (entry == null) {
      return new GraphNode(
          step.name(), step.stage(), shape(step), StepState.WAITING, null, "", false);
    }
    return new GraphNode(
        step.name(),
        step.stage(),
        shape(step),
        StepState.fromText(entry.state()).orElse(StepState.WAITING),
        StepTimes.took(entry, now),
        Objects.requireNonNullElse(entry.reason(), ""),
        false);
  }

  private static GraphNode missing(String name, Stage stage) {
    return new GraphNode(name, stage, Shape.MISSING, StepState.WAITING, null, "", false);
  }

  private static Shape shape(Step step) {
    if (step.approval()) {
      return Shape.APPROVAL;
    }
    return switch (step.work()) {
      case JOB -> Shape.JOB;
      case GROUP -> Shape.LOOP;
      case NOTHING -> Shape.BARRIER;
    };
  }

  /** Loops wait for the end of all turns; that need not be said of each. */
  private static String label(Step step, Dependency dependency) {
    if (step.work() == Work.GROUP || dependency.need() == Need.PASSED) {
      return "";
    }
    return switch (dependency.need()) {
      case FAILED -> "Failed";
      case FINISHED -> "Finished";
      case RUNNING -> "Running";
      default -> "";
    };
  }
}
