package io.jopf.jobflow.job;

import io.jopf.flow.FlowState;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of an ended flow is wished to run again, by its annotations. */
public enum Rerun {
  /** Nothing more comes of it, or it has not ended. */
  NOTHING,
  WHAT_FAILED,
  ALL;

  /** The wish that has not been taken up; none before the flow has ended. */
  public static Rerun of(JobFlow flow) {
    JobFlowStatus status = flow.getStatus();
    if (status == null || status.completionTime() == null) {
      return NOTHING;
    }
    Map<String, String> annotations = flow.getMetadata().getAnnotations();
    String resubmit = annotations == null ? null : annotations.get(Marks.RESUBMIT);
    if (resubmit != null && !resubmit.equals(status.resubmitted())) {
      return ALL;
    }
    String retry = annotations == null ? null : annotations.get(Marks.RETRY);
    boolean pointless =
        FlowState.SUCCEED.text().equals(status.state()) && stepsNamedBy(retry).isEmpty();
    return retry == null || retry.equals(status.retried()) || pointless ? NOTHING : WHAT_FAILED;
  }

  /** The steps that a retry is to begin with, beside what failed: what follows a colon. */
  public static Set<String> stepsNamedBy(@Nullable String retry) {
    return retry == null || retry.indexOf(':') < 0
        ? Set.of()
        : Marks.names(retry.substring(retry.indexOf(':') + 1));
  }
}
