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

/** Tells of each template which Jobs were made from it. */
@Handlers(JobTemplate.class)
class JobTemplateHandlers {
  private final TemplateOfJob templates;

  JobTemplateHandlers(TemplateOfJob templates) {
    this.templates = templates;
  }

  @Reconcile
  @Watches(
      value = Job.class,
      labels = Marks.SELECTOR,
      mapper = TemplateOfJob.class,
      omittedFields = Marks.OMITTED)
  JobTemplateStatus users(JobTemplate template, Watched<Job> jobs) {
    return JobTemplateStatus.of(templates.users(ObjectKey.of(template), jobs::named));
  }
}
