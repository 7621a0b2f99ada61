package io.jopf.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges steps one by one, each after its dependencies. */
final class Verdicts {
  private final FlowInput input;
  private final boolean failed;
  private final Map<String, StepStatus> facts;
  private final Map<String, StepStatus> judged = new HashMap<>();
  private final Set<String> ready = new HashSet<>();

  Verdicts(FlowInput input, Map<String, StepStatus> facts) {
    this.input = input;
    this.facts = facts;
    this.failed = facts.values().stream().anyMatch(s -> s.state() == StepState.FAILED);
  }

  void judge(Step step) {
    StepStatus fact = facts.get(step.name());
    judged.put(step.name(), fact != null ? fact : unstarted(step));
  }

  StepStatus of(String name) {
    StepStatus status = judged.get(name);
    if (status == null) {
      throw new IllegalStateException("step " + name + " was not judged");
    }
    return status;
  }

  boolean ready(String name) {
    return ready.contains(name);
  }

  private StepStatus unstarted(Step step) {
    String name = step.name();
    List<String> unknown = input.plan().unknownDependencies(step);
    if (!unknown.isEmpty()) {
      return blocked(name, Reasons.UNKNOWN_DEPENDENCY, "no step is named " + Names.list(unknown));
    }
    List<String> blocked = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    List<String> unmet = new ArrayList<>();
    for (String dependency : step.dependencies()) {
      switch (of(dependency).state()) {
        case BLOCKED -> blocked.add(dependency);
        case FAILED, SKIPPED -> broken.add(dependency);
        case WAITING, RUNNING -> unmet.add(dependency);
        case SUCCEEDED -> {}
      }
    }
    if (!blocked.isEmpty()) {
      return blocked(name, Reasons.DEPENDENCY_BLOCKED, "needs " + Names.list(blocked));
    }
    if (!broken.isEmpty()) {
      return skipped(name, Reasons.DEPENDENCY_FAILED, "needs " + Names.list(broken));
    }
    if (failed) {
      return skipped(name, Reasons.FLOW_FAILED, "another step failed first");
    }
    if (input.deleting()) {
      return skipped(name, Reasons.DELETING, "being deleted");
    }
    if (!unmet.isEmpty()) {
      return waiting(name, Reasons.WAITING_FOR_DEPENDENCIES, "needs " + Names.list(unmet));
    }
    return startable(name);
  }

  private StepStatus startable(String name) {
    Observed job = input.observed(name);
    if (job.phase() == Observed.Phase.HELD) {
      return new StepStatus(name, StepState.WAITING, null, null, job.reason(), job.message());
    }
    ready.add(name);
    return waiting(name, Reasons.READY, "can start");
  }

  private static StepStatus waiting(String name, String reason, String message) {
    return StepStatus.idle(name, StepState.WAITING, reason, message);
  }

  private static StepStatus blocked(String name, String reason, String message) {
    return StepStatus.idle(name, StepState.BLOCKED, reason, message);
  }

  private static StepStatus skipped(String name, String reason, String message) {
    return StepStatus.idle(name, StepState.SKIPPED, reason, message);
  }
}
