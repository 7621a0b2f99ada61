package io.jopf.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules as plain recursive definitions, exponential and obvious. */
final class SlowModel {
  private final Map<String, Step> steps;

  SlowModel(List<Step> steps) {
    this.steps = steps.stream().collect(Collectors.toMap(Step::name, s -> s));
  }

  boolean blocked(String step) {
    return step(step).dependencies().stream().anyMatch(d -> !steps.containsKey(d) || blocked(d));
  }

  private boolean afterFailure(String step, Set<String> failed) {
    return step(step).dependencies().stream()
        .anyMatch(d -> failed.contains(d) || afterFailure(d, failed));
  }

  /** What must start, given which steps have which fact. */
  Set<String> toStart(Set<String> succeeded, Set<String> failed, Set<String> running) {
    return steps.keySet().stream()
        .filter(s -> failed.isEmpty())
        .filter(s -> !succeeded.contains(s) && !running.contains(s))
        .filter(s -> succeeded.containsAll(step(s).dependencies()))
        .collect(Collectors.toSet());
  }

  StepState state(String step, Set<String> succeeded, Set<String> failed, Set<String> running) {
    if (succeeded.contains(step)) {
      return StepState.SUCCEEDED;
    }
    if (failed.contains(step)) {
      return StepState.FAILED;
    }
    if (running.contains(step)) {
      return StepState.RUNNING;
    }
    if (blocked(step)) {
      return StepState.BLOCKED;
    }
    return failed.isEmpty() ? StepState.WAITING : StepState.SKIPPED;
  }

  /** How the flow must end if the named steps fail whenever they run, in whatever order. */
  FlowState end(Set<String> failing) {
    boolean everyStepSucceeds =
        steps.keySet().stream()
            .noneMatch(s -> blocked(s) || failing.contains(s) || afterFailure(s, failing));
    return everyStepSucceeds ? FlowState.SUCCEED : FlowState.FAILED;
  }

  private Step step(String name) {
    Step step = steps.get(name);
    if (step == null) {
      throw new IllegalArgumentException(name);
    }
    return step;
  }
}
