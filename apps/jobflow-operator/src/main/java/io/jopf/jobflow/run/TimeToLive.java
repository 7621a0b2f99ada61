package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.jobflow.job.Marks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a finished Job the time to live that its template asks for, once its outcome is stored. Any
 * earlier, the cluster could delete the Job before anybody has seen how it ended, and it would run
 * again.
 */
final class TimeToLive {

  private TimeToLive() {}

  /**
   * Puts it on every Job that has none yet.
   *
   * @param stored the steps as the stored status shows them
   * @param now the steps as they stand; the Job of any other step has nothing to tell
   */
  static void putOn(Jobs jobs, List<StepStatus> stored, List<StepStatus> now) {
    Map<String, Integer> known = over(stored);
    Map<String, Integer> reached = over(now);
    jobs.byStep()
        .forEach(
            (step, job) -> {
              Optional<Integer> seconds = wanted(job);
              if (seconds.isPresent()) {
                int attempt = Marks.attempt(job);
                boolean tells = reached.getOrDefault(step, 0) >= attempt;
                if (tells && known.getOrDefault(step, 0) < attempt) {
                  jobs.againOnceStored();
                } else {
                  jobs.complete(part(job, seconds.get()));
                }
              }
            });
  }

  /** The last attempt of each step whose outcome is fixed. */
  private static Map<String, Integer> over(List<StepStatus> steps) {
    Map<String, Integer> over = new HashMap<>();
    for (StepStatus step : steps) {
      boolean ended = step.state().finished() || step.state() == StepState.RETRY_WAIT;
      over.put(step.name(), ended ? step.attempts() : step.attempts() - 1);
    }
    return over;
  }

  private static Optional<Integer> wanted(Job job) {
    if (!JobOutcome.of(job).phase().finished()
        || job.getSpec().getTtlSecondsAfterFinished() != null
        || job.getMetadata().getDeletionTimestamp() != null) {
      return Optional.empty();
    }
    return Marks.timeToLive(job);
  }

  private static Job part(Job job, int seconds) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(job.getMetadata().getName())
        .withNamespace(job.getMetadata().getNamespace())
        .endMetadata()
        .withNewSpec()
        .withTtlSecondsAfterFinished(seconds)
        .endSpec()
        .build();
  }
}
