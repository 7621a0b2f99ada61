package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.Children;
import io.jopf.EventRecorder;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.Requeue;
import io.jopf.Watched;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.run.FlowRound;
import io.jopf.jobflow.run.Jobs;
import io.jopf.jobflow.status.Happenings;
import io.jopf.jobflow.status.Report;
import io.jopf.time.Time;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Runs the steps of each flow in their order. */
@Handlers(JobFlow.class)
class JobFlowHandlers {
  private final Time time;

  JobFlowHandlers(Time time) {
    this.time = time;
  }

  @Reconcile(whileDeleting = true)
  @Owns(value = Job.class, labels = Marks.SELECTOR)
  @Watches(value = JobTemplate.class, mapper = TemplateChanges.class)
  JobFlowStatus flow(
      JobFlow flow,
      Owned<Job> owned,
      Watched<JobTemplate> templates,
      Children children,
      Patch<JobFlow> patch,
      Requeue requeue,
      EventRecorder events) {
    Instant now = time.now().truncatedTo(ChronoUnit.SECONDS);
    Jobs jobs = new Jobs(children, owned.list(), Marks.STEP);
    Report before = Report.of(flow.getStatus());
    Report after = new FlowRound(flow, jobs, templates::named, now).report(before);
    Happenings.between(before, after, jobs.created()).tell(events);
    JobFlowStatus status = after.ofFlow();
    jobs.finish(requeue, () -> patch.status(latest -> latest.setStatus(status)));
    return status;
  }
}
