package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.flow.Ending;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.job.Rerun;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What users want of a running flow or DaemonJob, told by annotations. */
public final class Wishes {

  /** What of an ended flow is to run again. */
  public enum Again {
    NOTHING,
    WHAT_FAILED,
    ALL
  }

  private final Map<String, String> annotations;

  Wishes(HasMetadata object) {
    Map<String, String> all = object.getMetadata().getAnnotations();
    annotations = all == null ? Map.of() : all;
  }

  /** How it is to end before its time. */
  Ending ending() {
    Ending ending = Ending.fromText(annotations.getOrDefault(Marks.STOP, "").strip());
    return ending == Ending.DEADLINE ? Ending.NONE : ending;
  }

  /** By step: whether it may go on. A refusal wins. */
  Map<String, Boolean> approvals() {
    Map<String, Boolean> approvals = new HashMap<>();
    Marks.names(annotations.get(Marks.APPROVE)).forEach(step -> approvals.put(step, true));
    Marks.names(annotations.get(Marks.REJECT)).forEach(step -> approvals.put(step, false));
    return approvals;
  }

  /** The wish for another run, null for none. */
  @Nullable String retry() {
    return annotations.get(Marks.RETRY);
  }

  /** The wish to run all again, null for none. */
  @Nullable String resubmit() {
    return annotations.get(Marks.RESUBMIT);
  }

  /** What of a flow is to run again that has not been taken up; nothing before it has ended. */
  public static Again again(JobFlow flow) {
    return switch (Rerun.of(flow)) {
      case NOTHING -> Again.NOTHING;
      case WHAT_FAILED -> Again.WHAT_FAILED;
      case ALL -> Again.ALL;
    };
  }

  /** The wish to go on after a pause, null for none. */
  @Nullable String resume() {
    return annotations.get(Marks.RESUME);
  }

  /** The steps that another run is to begin with, beside what failed: what follows a colon. */
  Set<String> retryAlso() {
    return Rerun.stepsNamedBy(retry());
  }
}
