package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.ObjectKey;
import io.jopf.Watched;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.api.JobTemplateStatus;
import io.jopf.jobflow.job.Marks;
import java.util.List;

/** Tells of each template which Jobs were made from it. */
@Handlers(JobTemplate.class)
class JobTemplateHandlers {

  @Reconcile
  @Watches(value = Job.class, labels = Marks.SELECTOR, mapper = TemplateOfJob.class)
  JobTemplateStatus users(JobTemplate template, Watched<Job> jobs) {
    ObjectKey key = ObjectKey.of(template);
    List<String> users =
        jobs.list().stream()
            .filter(job -> TemplateOfJob.of(job).filter(key::equals).isPresent())
            .map(job -> job.getMetadata().getName())
            .sorted()
            .toList();
    return new JobTemplateStatus(users);
  }
}
