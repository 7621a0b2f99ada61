package io.jopf.jobflow.plan;

import java.util.List;

/**
 * A step waits for one that does not exist. That is no fault of the whole flow: the others run.
 *
 * @param step the one that waits
 * @param unknown the name that no step has
 */
public record UnknownDependency(String step, String unknown) {

  /** All of a plan, in its order. */
  public static List<UnknownDependency> of(FlowPlan plan) {
    return plan.plan().steps().stream()
        .flatMap(
            step ->
                plan.plan().unknownDependencies(step).stream()
                    .map(unknown -> new UnknownDependency(step.name(), unknown)))
        .toList();
  }

  /** One line for people. */
  public String message() {
    return "step " + step + " can never start: no step is named " + unknown;
  }
}
