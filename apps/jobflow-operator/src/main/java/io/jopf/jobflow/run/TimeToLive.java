package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.jopf.flow.StepStatus;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.jobflow.job.Marks;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    Set<String> unstored = finished(now);
    unstored.removeAll(finished(stored));
    jobs.byStep()
        .forEach(
            (step, job) ->
                wanted(job)
                    .ifPresent(
                        seconds -> {
                          if (unstored.contains(step)) {
                            jobs.againOnceStored();
                          } else {
                            jobs.complete(part(job, seconds));
                          }
                        }));
  }

  private static Set<String> finished(List<StepStatus> steps) {
    return steps.stream()
        .filter(step -> step.state().finished())
        .map(StepStatus::name)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Optional<Integer> wanted(Job job) {
    boolean ended =
        switch (JobOutcome.of(job).phase()) {
          case SUCCEEDED, FAILED -> true;
          case NONE, HELD, ACTIVE -> false;
        };
    if (!ended
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
