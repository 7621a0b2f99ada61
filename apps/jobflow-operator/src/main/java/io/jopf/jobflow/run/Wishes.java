package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.flow.Ending;
import io.jopf.flow.FlowState;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.job.Marks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    names(annotations.get(Marks.APPROVE)).forEach(step -> approvals.put(step, true));
    names(annotations.get(Marks.REJECT)).forEach(step -> approvals.put(step, false));
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
    JobFlowStatus status = flow.getStatus();
    return status == null || status.completionTime() == null
        ? Again.NOTHING
        : new Wishes(flow).again(status.state(), status.retried(), status.resubmitted());
  }

  private Again again(
      @Nullable String state, @Nullable String retried, @Nullable String resubmitted) {
    if (resubmit() != null && !resubmit().equals(resubmitted)) {
      return Again.ALL;
    }
    boolean pointless = FlowState.SUCCEED.text().equals(state) && retryAlso().isEmpty();
    return retry() == null || retry().equals(retried) || pointless
        ? Again.NOTHING
        : Again.WHAT_FAILED;
  }

  /** The wish to go on after a pause, null for none. */
  @Nullable String resume() {
    return annotations.get(Marks.RESUME);
  }

  /** The steps that another run is to begin with, beside what failed: what follows a colon. */
  Set<String> retryAlso() {
    String wish = annotations.getOrDefault(Marks.RETRY, "");
    return wish.indexOf(':') < 0 ? Set.of() : names(wish.substring(wish.indexOf(':') + 1));
  }

  private static Set<String> names(@Nullable String list) {
    return list == null
        ? Set.of()
        : Arrays.stream(list.split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
  }
}
