package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.jopf.flow.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a Job shows, from its conditions alone: {@code Complete} and {@code Failed} end it. {@code
 * SuccessCriteriaMet} and {@code FailureTarget} come earlier, while pods still run, and are only
 * passed on as a reason. Counts of pods tell nothing: a Job may need many, or retry.
 */
public final class JobOutcome {
  private static final List<String> FORERUNNERS =
      List.of("FailureTarget", "SuccessCriteriaMet", "Suspended");

  private JobOutcome() {}

  /** What the Job shows now. */
  public static Observed of(Job job) {
    return shown(job).attempt(Marks.attempt(job));
  }

  private static Observed shown(Job job) {
    JobStatus status = job.getStatus() == null ? new JobStatus() : job.getStatus();
    Instant started = Timestamp.read(status.getStartTime());
    if (started == null) {
      started = Timestamp.read(job.getMetadata().getCreationTimestamp());
    }
    Optional<JobCondition> complete = condition(status, "Complete");
    if (complete.isPresent()) {
      Instant finished = Timestamp.read(status.getCompletionTime());
      return Observed.succeeded(
          started,
          finished != null ? finished : Timestamp.read(complete.get().getLastTransitionTime()));
    }
    Optional<JobCondition> failed = condition(status, "Failed");
    if (failed.isPresent()) {
      JobCondition why = failed.get();
      return Observed.failed(
          started,
          Timestamp.read(why.getLastTransitionTime()),
          why.getReason() == null ? "JobFailed" : why.getReason(),
          why.getMessage() == null ? "the Job failed" : why.getMessage());
    }
    Instant begun = started;
    return FORERUNNERS.stream()
        .flatMap(type -> condition(status, type).stream())
        .findFirst()
        .map(c -> new Observed(phase(status), 1, begun, null, c.getType(), c.getMessage()))
        .orElseGet(() -> Observed.active(begun).phase(phase(status)));
  }

  /** A Job none of whose pods was ever seen ready or ended has not begun to run. */
  private static Observed.Phase phase(JobStatus status) {
    boolean seen =
        positive(status.getReady())
            || positive(status.getSucceeded())
            || positive(status.getFailed());
    return seen ? Observed.Phase.ACTIVE : Observed.Phase.PENDING;
  }

  private static boolean positive(@Nullable Integer count) {
    return count != null && count > 0;
  }

  private static Optional<JobCondition> condition(JobStatus status, String type) {
    return status.getConditions().stream()
        .filter(c -> type.equals(c.getType()) && "True".equals(c.getStatus()))
        .findFirst();
  }
}
