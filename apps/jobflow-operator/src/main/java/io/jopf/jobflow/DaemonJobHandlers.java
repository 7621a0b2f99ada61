package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.Node;
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
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.DaemonJobStatus;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.run.Jobs;
import io.jopf.jobflow.run.NodeRound;
import io.jopf.jobflow.status.Happenings;
import io.jopf.jobflow.status.Report;
import io.jopf.time.Time;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Runs a job of each DaemonJob on every selected node. */
@Handlers(DaemonJob.class)
class DaemonJobHandlers {
  private final Time time;

  DaemonJobHandlers(Time time) {
    this.time = time;
  }

  @Reconcile(whileDeleting = true)
  @Owns(value = Job.class, labels = Marks.SELECTOR)
  @Watches(Node.class)
  DaemonJobStatus daemonJob(
      DaemonJob daemonJob,
      Owned<Job> owned,
      Watched<Node> nodes,
      Children children,
      Patch<DaemonJob> patch,
      Requeue requeue,
      EventRecorder events) {
    Instant now = time.now().truncatedTo(ChronoUnit.SECONDS);
    Jobs jobs = new Jobs(children, owned.list(), Marks.NODE);
    List<String> names = nodes.list().stream().map(node -> node.getMetadata().getName()).toList();
    Report before = Report.of(daemonJob.getStatus());
    Report after = new NodeRound(daemonJob, jobs, names, now).report(before);
    Happenings.between(before, after, jobs.created()).tell(events);
    DaemonJobStatus status = after.ofDaemonJob();
    jobs.finish(requeue, () -> patch.status(latest -> latest.setStatus(status)));
    return status;
  }
}
