package io.jopf.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides what a flow does next. */
public final class FlowEngine {

  private FlowEngine() {}

  /** Which jobs to create now, and how the flow stands. Never throws for a faulty plan. */
  public static Decision decide(FlowInput input) {
    Map<String, StepStatus> facts = Facts.of(input);
    return input.plan().problems().isEmpty() ? sound(input, facts) : faulty(input, facts);
  }

  private static Decision sound(FlowInput input, Map<String, StepStatus> facts) {
    Verdicts verdicts = new Verdicts(input, facts);
    input.plan().order().forEach(verdicts::judge);
    List<StepStatus> steps = new ArrayList<>(input.plan().steps().size());
    List<String> toStart = new ArrayList<>();
    for (Step step : input.plan().steps()) {
      StepStatus status = verdicts.of(step.name());
      steps.add(status);
      if (verdicts.ready(step.name())) {
        toStart.add(step.name());
      }
    }
    return new Decision(toStart, Summary.of(input, steps));
  }

  /** Starts nothing, but goes on following what ran before the plan was made faulty. */
  private static Decision faulty(FlowInput input, Map<String, StepStatus> facts) {
    List<StepStatus> steps =
        input.plan().steps().stream()
            .map(Step::name)
            .distinct()
            .map(name -> facts.getOrDefault(name, rejected(name)))
            .toList();
    return new Decision(List.of(), Summary.of(input, steps));
  }

  private static StepStatus rejected(String name) {
    return StepStatus.idle(name, StepState.SKIPPED, Reasons.INVALID_PLAN, "the plan is faulty");
  }
}
