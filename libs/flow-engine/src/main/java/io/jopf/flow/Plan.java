package io.jopf.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps of a flow, checked and put in an order in which dependencies come first. Immutable. */
public final class Plan {
  private final List<Step> steps;
  private final List<Step> order;
  private final Set<String> names;
  private final List<PlanProblem> problems;

  private Plan(List<Step> steps, List<Step> order, Set<String> names, List<PlanProblem> problems) {
    this.steps = steps;
    this.order = order;
    this.names = names;
    this.problems = problems;
  }

  /** Checks the steps; faults are found in {@link #problems}. */
  public static Plan of(List<Step> steps) {
    List<PlanProblem> problems = new ArrayList<>();
    Map<String, Step> byName = new LinkedHashMap<>();
    Set<String> duplicates = new LinkedHashSet<>();
    for (Step step : steps) {
      if (byName.putIfAbsent(step.name(), step) != null) {
        duplicates.add(step.name());
      }
      if (step.dependencies().contains(step.name())) {
        problems.add(new PlanProblem(PlanProblem.Kind.SELF_DEPENDENCY, List.of(step.name())));
      }
    }
    if (steps.isEmpty()) {
      problems.add(new PlanProblem(PlanProblem.Kind.NO_STEPS, List.of()));
    }
    for (String name : duplicates) {
      problems.add(new PlanProblem(PlanProblem.Kind.DUPLICATE_NAME, List.of(name)));
    }
    TopologicalSort sort = TopologicalSort.of(byName);
    if (!sort.cycle().isEmpty()) {
      problems.add(new PlanProblem(PlanProblem.Kind.CYCLE, sort.cycle()));
    }
    return new Plan(
        List.copyOf(steps), sort.order(), Set.copyOf(byName.keySet()), List.copyOf(problems));
  }

  /** The steps as given. */
  public List<Step> steps() {
    return steps;
  }

  /** Why this plan cannot run; empty if it can. An unknown dependency is not among them. */
  public List<PlanProblem> problems() {
    return problems;
  }

  /** Dependencies of the step that no step of the plan answers to. */
  public List<String> unknownDependencies(Step step) {
    return step.dependencies().stream().filter(name -> !names.contains(name)).toList();
  }

  /** Every step after the ones it depends on; incomplete if the plan has problems. */
  List<Step> order() {
    return order;
  }
}
