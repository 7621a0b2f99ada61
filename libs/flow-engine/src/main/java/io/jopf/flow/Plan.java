package io.jopf.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps of a flow and what holds for all of them, checked. Immutable. */
public final class Plan {
  private final List<Step> steps;
  private final Policy policy;
  private final Graph graph;
  private final List<PlanProblem> problems;

  private Plan(List<Step> steps, Policy policy, Graph graph, List<PlanProblem> problems) {
    this.steps = steps;
    this.policy = policy;
    this.graph = graph;
    this.problems = problems;
  }

  /** Checks the steps; faults are found in {@link #problems}. */
  public static Plan of(List<Step> steps) {
    return of(steps, Policy.standard());
  }

  /** Checks the steps; faults are found in {@link #problems}. */
  public static Plan of(List<Step> steps, Policy policy) {
    List<PlanProblem> problems = new ArrayList<>();
    Map<String, Step> byName = new LinkedHashMap<>();
    Set<String> duplicates = new LinkedHashSet<>();
    for (Step step : steps) {
      if (byName.putIfAbsent(step.name(), step) != null) {
        duplicates.add(step.name());
      }
      if (step.dependencies().stream().anyMatch(d -> d.step().equals(step.name()))) {
        problems.add(new PlanProblem(PlanProblem.Kind.SELF_DEPENDENCY, List.of(step.name())));
      }
    }
    if (steps.stream().noneMatch(step -> step.stage() == Stage.MAIN)) {
      problems.add(new PlanProblem(PlanProblem.Kind.NO_STEPS, List.of()));
    }
    for (String name : duplicates) {
      problems.add(new PlanProblem(PlanProblem.Kind.DUPLICATE_NAME, List.of(name)));
    }
    for (Step step : byName.values()) {
      Step other = byName.get(JobName.stepOf(step.name()));
      if (other != null
          && !other.name().equals(step.name())
          && step.work() == Work.JOB
          && other.work() == Work.JOB) {
        problems.add(
            new PlanProblem(PlanProblem.Kind.NAME_OF_ATTEMPT, List.of(step.name(), other.name())));
      }
    }
    Graph graph = new Graph(List.copyOf(byName.values()));
    List<String> cycle = graph.cycle();
    if (!cycle.isEmpty()) {
      problems.add(new PlanProblem(PlanProblem.Kind.CYCLE, cycle));
    }
    return new Plan(List.copyOf(steps), policy, graph, List.copyOf(problems));
  }

  /** The same with faults that the caller knows of, one line each. */
  public Plan refusedFor(List<String> faults) {
    List<PlanProblem> all = new ArrayList<>(problems);
    faults.forEach(fault -> all.add(new PlanProblem(PlanProblem.Kind.OTHER, List.of(fault))));
    return new Plan(steps, policy, graph, List.copyOf(all));
  }

  /** The steps as given. */
  public List<Step> steps() {
    return steps;
  }

  /** Why this plan cannot run; empty if it can. An unknown dependency is not among them. */
  public List<PlanProblem> problems() {
    return problems;
  }

  /**
   * Dependencies of the step that no step answers to. A step of a later stage is none that an
   * earlier one could wait for.
   */
  public List<String> unknownDependencies(Step step) {
    return graph.unknown(step);
  }

  /**
   * Whether a step of the plan can never start, because it, or one it needs, names an unknown one.
   */
  public boolean isBlocked(Step step) {
    return graph.has(step.name()) && graph.blocked(graph.number(step.name()));
  }

  Policy policy() {
    return policy;
  }

  Graph graph() {
    return graph;
  }
}
