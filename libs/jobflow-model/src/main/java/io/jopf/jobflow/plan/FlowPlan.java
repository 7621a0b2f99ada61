package io.jopf.jobflow.plan;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.flow.FailurePolicy;
import io.jopf.flow.ForEach;
import io.jopf.flow.Plan;
import io.jopf.flow.PlanProblem;
import io.jopf.flow.Policy;
import io.jopf.flow.Stage;
import io.jopf.flow.Step;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlowSpec;
import io.jopf.jobflow.expression.Condition;
import io.jopf.jobflow.expression.ExpressionException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plan of a flow, and what its steps are made from. Does not change. */
public final class FlowPlan {
  private final Plan plan;
  private final Map<String, PlannedStep> steps = new LinkedHashMap<>();
  private final Map<String, Condition> conditions = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final boolean readsOutputs;

  private FlowPlan(JobFlowSpec spec) {
    String json = Serialization.asJson(spec);
    readsOutputs = json.contains("steps.");
    List<Step> all = new ArrayList<>();
    FlowSize.problem(spec, bytes(json), readsOutputs).ifPresent(problems::add);
    if (problems.isEmpty()) {
      read(spec, all);
    } else {
      // one is as many as can be told of
      all.add(Step.of("all"));
    }
    boolean named = spec.globalParams() != null && spec.globalParams().nodeName() != null;
    if ("Sticky".equals(spec.nodeBinding()) && named) {
      problems.add("nodeBinding is Sticky, but globalParams.nodeName is set");
    }
    plan = Plan.of(all, policy(spec)).refusedFor(problems);
    problems.clear();
    plan.problems().stream().map(PlanProblem::message).forEach(problems::add);
  }

  private static int bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length;
  }

  private void read(JobFlowSpec spec, List<Step> all) {
    add(spec, spec.flows(), Stage.MAIN, all);
    try {
      ErrorHandlers.of(spec).ifPresent(handler -> add(spec, handler, Stage.ERROR, all));
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    add(spec, spec.finalSteps(), Stage.FINALLY, all);
  }

  /** Reads a spec; a missing one is a plan without steps. */
  public static FlowPlan of(@Nullable JobFlowSpec spec) {
    return new FlowPlan(Objects.requireNonNullElseGet(spec, FlowPlan::nothing));
  }

  private static JobFlowSpec nothing() {
    return new JobFlowSpec(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null);
  }

  private static Policy policy(JobFlowSpec spec) {
    FailurePolicy onFailure =
        switch (Objects.requireNonNullElse(spec.failurePolicy(), "")) {
          case "Continue" -> FailurePolicy.CONTINUE;
          case "Cancel" -> FailurePolicy.CANCEL;
          default -> FailurePolicy.FAIL_FAST;
        };
    Duration deadline =
        spec.activeDeadlineSeconds() == null
            ? null
            : Duration.ofSeconds(spec.activeDeadlineSeconds());
    return new Policy(onFailure, Objects.requireNonNullElse(spec.parallelism(), 0), deadline);
  }

  private void add(JobFlowSpec spec, @Nullable List<Flow> flows, Stage stage, List<Step> to) {
    for (Flow flow : Objects.requireNonNullElse(flows, List.<Flow>of())) {
      add(spec, flow, stage, to);
    }
  }

  private void add(JobFlowSpec spec, Flow flow, Stage stage, List<Step> to) {
    Step step = Steps.of(spec, flow, stage);
    read(step.name(), flow.when());
    boolean late = stage != Stage.MAIN;
    if (flow.forEach() == null) {
      to.add(step);
      steps.putIfAbsent(step.name(), new PlannedStep(step.name(), flow, null, late));
      return;
    }
    long size = Loops.size(flow.forEach());
    if (size > Loops.MOST) {
      problems.add(
          "step "
              + step.name()
              + " loops "
              + size
              + " times, at most "
              + Loops.MOST
              + " are allowed");
      to.add(step);
      return;
    }
    List<ForEach.Item> items = Loops.of(flow.forEach());
    int parallel = Objects.requireNonNullElse(flow.forEach().maxParallel(), 0);
    to.addAll(ForEach.expand(step, items, parallel));
    for (ForEach.Item item : items) {
      String name = ForEach.name(step.name(), item.index());
      steps.putIfAbsent(name, new PlannedStep(name, flow, item.values(), late));
    }
  }

  private void read(String step, @Nullable String when) {
    if (when == null || when.isBlank()) {
      return;
    }
    try {
      conditions.putIfAbsent(when, new Condition(when));
    } catch (ExpressionException e) {
      problems.add("when of step " + step + ": " + e.getMessage());
    }
  }

  /** The engine's plan. */
  public Plan plan() {
    return plan;
  }

  /** Which steps there are and what they wait for, as a hash. */
  public String topology() {
    return Topology.of(plan.steps());
  }

  /** What is wrong with it, one line each, naming the steps; nothing may run then. */
  public List<String> problems() {
    return problems;
  }

  /** What keeps the flow from ever working: {@link #problems}, or a step without a template. */
  public List<String> refusals() {
    return problems.isEmpty()
        ? steps()
            .filter(PlannedStep::saysNothing)
            .map(step -> PlannedStep.saysNothing(step.name()))
            .limit(1)
            .toList()
        : problems;
  }

  /** What a step is made from; null for one that only stands for the turns of a loop. */
  public @Nullable PlannedStep step(String name) {
    return steps.get(name);
  }

  /** All that are made from something, in the plan's order. */
  public Stream<PlannedStep> steps() {
    return steps.values().stream();
  }

  /** The condition of a step; null if it always runs. */
  public @Nullable Condition condition(Flow step) {
    return step.when() == null ? null : conditions.get(step.when());
  }

  /** Whether any step or condition asks for what others put out. */
  public boolean readsOutputs() {
    return readsOutputs;
  }
}
