package io.jopf.flow;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many steps stand where; the parts add up to {@code total}. Steps between two attempts are
 * among the waiting ones.
 */
public record Counts(
    int total,
    int waiting,
    int blocked,
    int running,
    int succeeded,
    int failed,
    int skipped,
    int cancelled) {

  static Counts of(Collection<StepStatus> steps) {
    Map<StepState, Integer> by = new EnumMap<>(StepState.class);
    steps.forEach(step -> by.merge(step.state(), 1, Integer::sum));
    return new Counts(
        steps.size(),
        by.getOrDefault(StepState.WAITING, 0) + by.getOrDefault(StepState.RETRY_WAIT, 0),
        by.getOrDefault(StepState.BLOCKED, 0),
        by.getOrDefault(StepState.RUNNING, 0),
        by.getOrDefault(StepState.SUCCEEDED, 0),
        by.getOrDefault(StepState.FAILED, 0),
        by.getOrDefault(StepState.SKIPPED, 0),
        by.getOrDefault(StepState.CANCELLED, 0));
  }

  /** Succeeded out of all, as in {@code 3/5}. */
  public String progress() {
    return succeeded + "/" + total;
  }
}
