package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.jobflow.job.Marks;
import java.util.Map;

/**
 * Suspends the running Jobs of a suspended flow, and resumes those it has suspended; one that
 * somebody else suspended, such as a queue, is left alone.
 */
final class Suspension {

  private Suspension() {}

  static void keep(Jobs jobs, boolean suspended) {
    for (Job job : jobs.all()) {
      boolean is = Boolean.TRUE.equals(job.getSpec().getSuspend());
      if (JobOutcome.of(job).phase().unfinished()
          && (suspended ? !is : is && Marks.suspended(job))) {
        jobs.complete(part(job, suspended));
      }
    }
  }

  private static Job part(Job job, boolean suspended) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(job.getMetadata().getName())
        .withNamespace(job.getMetadata().getNamespace())
        .withAnnotations(suspended ? Map.of(Marks.SUSPENDED, "true") : Map.of())
        .endMetadata()
        .withNewSpec()
        .withSuspend(suspended)
        .endSpec()
        .build();
  }
}
