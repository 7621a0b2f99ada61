package io.jopf.jobflow.plan;

import io.jopf.jobflow.api.Flow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step of the engine's plan is made from.
 *
 * @param name the engine's name of it
 * @param flow as it is written
 * @param item what a turn of a loop stands for, null outside of loops
 * @param late whether it runs after the flow itself: the error handler or a final step
 */
public record PlannedStep(
    String name, Flow flow, @Nullable Map<String, String> item, boolean late) {

  /** Whether it says what job to run. */
  public boolean hasTemplate() {
    return flow.jobTemplate() != null || refers();
  }

  /** Whether it is to run a job, but does not say which. */
  public boolean saysNothing() {
    return !hasTemplate()
        && !Boolean.TRUE.equals(flow.barrier())
        && !Boolean.TRUE.equals(flow.approval());
  }

  /** What to tell of a step that {@link #saysNothing()}. */
  public static String saysNothing(String step) {
    return "step " + step + " has neither jobTemplate nor jobTemplateRef";
  }

  /** Whether it names a JobTemplate. */
  public boolean refers() {
    return flow.jobTemplateRef() != null && !flow.jobTemplateRef().isEmpty();
  }
}
