package io.jopf.jobflow.heritage;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.jopf.flow.FlowState;
import io.jopf.flow.Observed;
import io.jopf.flow.StepState;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.jobflow.status.Times;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the statuses of the original operator have in common. */
public final class Heritage {
  /** Why something that never ran has failed. */
  static final String GIVEN_UP = "GivenUp";

  /** Why something does not run although the flow had not come to it. */
  static final String NOT_STARTED = "NotStarted";

  private Heritage() {}

  /** Whether a status is the original operator's; ours tells the generation it speaks of. */
  public static boolean isLeft(@Nullable String state, @Nullable Long generation) {
    return state != null && !state.isEmpty() && generation == null;
  }

  /** What a Job showed. */
  static Observed shown(JobStatus status) {
    Job job = new JobBuilder().withNewMetadata().endMetadata().withStatus(status).build();
    return JobOutcome.of(job);
  }

  /** Where that leaves its step or node. */
  private static StepState state(Observed job) {
    return switch (job.phase()) {
      case SUCCEEDED -> StepState.SUCCEEDED;
      case FAILED -> StepState.FAILED;
      default -> StepState.RUNNING;
    };
  }

  /** Whether nothing new was to be started any more. */
  static boolean isOver(@Nullable String state) {
    return FlowState.SUCCEED.text().equals(state) || FlowState.FAILED.text().equals(state);
  }

  /** The entry of a step or node that has a Job. */
  static StepEntry entry(String child, String name, Observed job) {
    return new StepEntry(
        child,
        state(job).text(),
        name,
        1,
        null,
        null,
        Times.text(job.started()),
        Times.text(job.finished()),
        job.reason(),
        job.message(),
        null);
  }

  /** Whether something has not come to its end. */
  static boolean isRunning(Collection<Observed> jobs) {
    return jobs.stream().anyMatch(job -> !job.phase().finished());
  }

  /** When the first of them started. */
  static @Nullable String begin(Collection<Observed> jobs) {
    return times(jobs.stream().map(Observed::started))
        .min(Comparator.naturalOrder())
        .map(Instant::toString)
        .orElse(null);
  }

  /** When the last of them ended; without any, when the object was made. */
  static @Nullable String end(Collection<Observed> jobs, @Nullable String created) {
    return times(jobs.stream().map(Observed::finished))
        .max(Comparator.naturalOrder())
        .map(Instant::toString)
        .orElse(created);
  }

  private static Stream<Instant> times(Stream<@Nullable Instant> times) {
    return times.filter(Objects::nonNull).map(Objects::requireNonNull);
  }
}
