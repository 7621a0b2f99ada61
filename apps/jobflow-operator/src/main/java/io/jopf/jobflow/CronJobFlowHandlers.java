package io.jopf.jobflow;

import io.jopf.Children;
import io.jopf.EventRecorder;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.Requeue;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.jobflow.api.CronJobFlow;
import io.jopf.jobflow.api.CronJobFlowStatus;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.run.ScheduleRound;
import io.jopf.jobflow.run.ScheduledRuns;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Starts flows and DaemonJobs at their times. */
@Handlers(CronJobFlow.class)
class CronJobFlowHandlers {
  /** A clock that is put right is noticed within this. */
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(5);

  private final Time time;

  CronJobFlowHandlers(Time time) {
    this.time = time;
  }

  @Reconcile
  @Owns(JobFlow.class)
  @Owns(DaemonJob.class)
  CronJobFlowStatus schedule(
      CronJobFlow cron,
      Owned<JobFlow> flows,
      Owned<DaemonJob> daemonJobs,
      Children children,
      Patch<CronJobFlow> patch,
      Requeue requeue,
      EventRecorder events) {
    Instant now = time.now().truncatedTo(ChronoUnit.SECONDS);
    ScheduledRuns runs = new ScheduledRuns(cron, flows.list(), daemonJobs.list(), children);
    ScheduleRound round = new ScheduleRound(cron, runs, events, now);
    CronJobFlowStatus status = round.look();
    if (round.trouble() != null) {
      patch.status(latest -> latest.setStatus(status));
      throw round.trouble();
    }
    if (round.again() != null) {
      Duration sleep = Duration.between(time.now(), round.again());
      requeue.after(sleep.compareTo(LONGEST_SLEEP) < 0 ? sleep : LONGEST_SLEEP);
    }
    return status;
  }
}
