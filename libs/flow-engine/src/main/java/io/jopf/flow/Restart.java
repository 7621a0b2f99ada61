package io.jopf.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts steps of a flow that has ended back, so that they run again under new attempts. */
public final class Restart {

  private Restart() {}

  /**
   * The memory of a flow that goes on where it failed: what failed for good, was skipped or
   * cancelled runs again, and so do the steps of the later stages. What succeeded stays.
   *
   * @param ended the status of the flow
   * @param also names of further steps to run again, such as one that prepared wrong input
   * @param now from when on the deadline counts
   */
  public static FlowStatus of(Plan plan, FlowStatus ended, Set<String> also, Instant now) {
    Map<String, Step> steps = new HashMap<>();
    plan.steps().forEach(step -> steps.putIfAbsent(step.name(), step));
    List<StepStatus> kept = new ArrayList<>();
    for (StepStatus status : ended.steps()) {
      Step step = steps.get(status.name());
      kept.add(step != null && again(step, status, also) ? status.reset() : status);
    }
    return FlowStatus.of(FlowState.PENDING, now, kept, "", "");
  }

  /**
   * The memory of a flow that begins anew: every step runs again, also those that succeeded.
   *
   * @param ended the status of the flow
   * @param now from when on the deadline counts
   */
  public static FlowStatus all(FlowStatus ended, Instant now) {
    List<StepStatus> steps = ended.steps().stream().map(StepStatus::reset).toList();
    return FlowStatus.of(FlowState.PENDING, now, steps, "", "");
  }

  /**
   * The same memory with what else was attempted in runs before the last one: a step that the last
   * run did not have is not remembered, but its jobs may still be there.
   *
   * @param attempts the last attempt that counts no longer, by step; remembered steps know better
   */
  public static FlowStatus after(Map<String, Integer> attempts, FlowStatus reset) {
    Map<String, Integer> unknown = new TreeMap<>(attempts);
    reset.steps().forEach(step -> unknown.remove(step.name()));
    List<StepStatus> steps = new ArrayList<>(reset.steps());
    unknown.forEach((step, attempt) -> steps.add(StepStatus.spent(step, attempt)));
    return FlowStatus.of(reset.state(), reset.started(), steps, "", "");
  }

  private static boolean again(Step step, StepStatus status, Set<String> also) {
    boolean left = Reasons.CONDITION_FALSE.equals(status.reason());
    return step.stage() != Stage.MAIN
        || also.contains(step.name())
        || also.contains(step.approvedAs())
        || switch (status.state()) {
          case FAILED -> !step.ignoreFailure();
          case CANCELLED -> true;
          case SKIPPED -> !left;
          default -> false;
        };
  }
}
