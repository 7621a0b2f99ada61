package io.jopf.jobflow.plan;

import io.jopf.jobflow.api.JobFlow;
import org.jspecify.annotations.Nullable;

/** Keeps the plan of one flow for as long as its spec stays the same. */
public final class Plans {
  private @Nullable Long generation;
  private @Nullable FlowPlan plan;

  /** The plan of the flow as it is now. */
  public synchronized FlowPlan of(JobFlow flow) {
    Long now = flow.getMetadata().getGeneration();
    if (plan == null || now == null || !now.equals(generation)) {
      plan = FlowPlan.of(flow.getSpec());
      generation = now;
    }
    return plan;
  }
}
