package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.flow.FlowState;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Observed;
import io.jopf.jobflow.api.JobFlowSpec;
import io.jopf.jobflow.job.JobOutcome;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a flow and its Jobs when it has ended and its end is stored. */
final class Retention {

  private Retention() {}

  /** Deletes the Jobs that are not to be kept. */
  static void keep(JobFlowSpec spec, FlowStatus flow, Jobs jobs) {
    String policy = Objects.requireNonNullElse(spec.jobRetainPolicy(), "Retain");
    boolean always = policy.equals("DeleteAlways");
    boolean onSuccess = policy.equals("DeleteOnSuccess") && flow.state() == FlowState.SUCCEED;
    for (Job job : jobs.all()) {
      boolean failed = JobOutcome.of(job).phase() == Observed.Phase.FAILED;
      if (always || (onSuccess && !failed)) {
        jobs.delete(job);
      }
    }
  }

  /** When the flow itself goes; null for never. */
  static @Nullable Instant end(JobFlowSpec spec, FlowStatus flow) {
    return spec.ttlSecondsAfterFinished() == null || flow.completed() == null
        ? null
        : flow.completed().plusSeconds(spec.ttlSecondsAfterFinished());
  }

  /** Whether anything of a flow that has ended goes by itself. */
  static boolean wants(JobFlowSpec spec) {
    return spec.ttlSecondsAfterFinished() != null
        || (spec.jobRetainPolicy() != null && !spec.jobRetainPolicy().equals("Retain"));
  }
}
