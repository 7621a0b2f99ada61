package io.jopf.jobflow.run;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.EventRecorder;
import io.jopf.ForeignObjectException;
import io.jopf.TemporaryException;
import io.jopf.client.ServerAnswer;
import io.jopf.conditions.Conditions;
import io.jopf.jobflow.api.CronJobFlow;
import io.jopf.jobflow.api.CronJobFlowSpec;
import io.jopf.jobflow.api.CronJobFlowStatus;
import io.jopf.jobflow.cron.Considered;
import io.jopf.jobflow.cron.History;
import io.jopf.jobflow.cron.Overlap;
import io.jopf.jobflow.cron.Run;
import io.jopf.jobflow.cron.Schedule;
import io.jopf.jobflow.cron.ScheduleException;
import io.jopf.jobflow.cron.SoundSchedule;
import io.jopf.jobflow.cron.Timetable;
import io.jopf.jobflow.job.Timestamp;
import io.jopf.jobflow.status.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One look at a schedule. */
public final class ScheduleRound {
  private static final String SUSPENDED = "Suspended";

  private final CronJobFlow cron;
  private final CronJobFlowSpec spec;
  private final CronJobFlowStatus before;
  private final ScheduledRuns runs;
  private final EventRecorder events;
  private final Instant now;
  private @Nullable Instant next;
  private @Nullable Instant again;
  private @Nullable RuntimeException trouble;
  private @Nullable String message;

  /**
   * A look at what is there now.
   *
   * @param now in whole seconds
   */
  public ScheduleRound(CronJobFlow cron, ScheduledRuns runs, EventRecorder events, Instant now) {
    this.cron = cron;
    this.spec = cron.getSpec();
    this.before = Objects.requireNonNullElseGet(cron.getStatus(), CronJobFlowStatus::none);
    this.runs = runs;
    this.events = events;
    this.now = now;
  }

  /** Starts, replaces and tidies up what is due, and tells how the schedule stands then. */
  public CronJobFlowStatus look() {
    Considered considered = considered();
    String succeeded = lastSuccess();
    boolean invalid = false;
    try {
      Schedule schedule = SoundSchedule.of(cron.getSpec());
      if (!suspended()) {
        boolean resumed = Conditions.of(before.conditions(), now).isTrue(SUSPENDED);
        considered = run(schedule, resumed ? considered.withSkipped(now) : considered);
        tidyUp();
      }
    } catch (ScheduleException e) {
      invalid = true;
      message = ServerAnswer.text(e);
      tellOnce(true, "Invalid");
    }
    return status(considered, succeeded, invalid);
  }

  /** When to look again though nothing happens; null for never. */
  public @Nullable Instant again() {
    return again;
  }

  /** What is worth another try soon; null if nothing is. */
  public @Nullable RuntimeException trouble() {
    return trouble;
  }

  private boolean suspended() {
    return Boolean.TRUE.equals(spec.suspend());
  }

  private Considered considered() {
    Considered considered =
        new Considered(
            Instant.parse(cron.getMetadata().getCreationTimestamp()),
            Timestamp.read(before.lastScheduleTime()),
            Timestamp.read(before.lastSkippedTime()));
    // what was started before a crash kept it from being stored
    return runs.all().stream()
        .map(Run::due)
        .max(Comparator.naturalOrder())
        .map(considered::withStarted)
        .orElse(considered);
  }

  private Considered run(Schedule schedule, Considered considered) {
    Timetable decided = decide(schedule, considered, !runs.active().isEmpty());
    next = decided.next();
    again = decided.again();
    if (decided.missed() != null) {
      String late = " would start more than " + spec.startingDeadlineSeconds() + " s late";
      events.warning("Missed", "the run of " + decided.missed() + late);
    }
    if (decided.waiting() != null) {
      message = "the run of " + decided.waiting() + " waits for " + runs.active().get(0);
      tellOnce(false, "Waiting");
    }
    return decided.due() == null || start(decided.due(), decided.replaces())
        ? decided.considered()
        : considered;
  }

  private Timetable decide(Schedule schedule, Considered considered, boolean active) {
    Long deadline = spec.startingDeadlineSeconds();
    Overlap usual = spec.daemonJobTemplate() == null ? Overlap.ALLOW : Overlap.FORBID;
    return Timetable.of(
        schedule,
        Overlap.of(spec.concurrencyPolicy(), usual),
        deadline == null ? null : Duration.ofSeconds(deadline),
        considered,
        active,
        now);
  }

  /** Whether that time is dealt with; if not, it is worth another try. */
  private boolean start(Instant due, boolean replaces) {
    try {
      if (replaces) {
        runs.all().stream().filter(Run::active).forEach(this::replace);
      }
      events.normal("Started", "started " + runs.start(due) + " for " + due);
      return true;
    } catch (ForeignObjectException e) {
      return refused(due, e);
    } catch (TemporaryException e) {
      return delayed(due, e);
    } catch (KubernetesClientException e) {
      return ServerAnswer.isRefusal(e) ? refused(due, e) : delayed(due, e);
    }
  }

  private void replace(Run run) {
    runs.delete(run);
    events.normal("Replaced", run.name() + " makes room for the next run");
  }

  private boolean refused(Instant due, RuntimeException e) {
    message = "the run of " + due + " was refused: " + ServerAnswer.text(e);
    tellOnce(true, "Refused");
    return true;
  }

  private boolean delayed(Instant due, RuntimeException e) {
    message = "the run of " + due + " is delayed: " + ServerAnswer.text(e);
    tellOnce(true, "Delayed");
    trouble = e;
    return false;
  }

  private void tidyUp() {
    int succeeded = Objects.requireNonNullElse(spec.successfulJobsHistoryLimit(), 3);
    int failed = Objects.requireNonNullElse(spec.failedJobsHistoryLimit(), 1);
    try {
      History.beyond(runs.all(), succeeded, failed).forEach(runs::delete);
    } catch (KubernetesClientException | TemporaryException e) {
      trouble = e;
    }
  }

  private void tellOnce(boolean warning, String reason) {
    if (message == null || message.equals(before.message())) {
      return;
    }
    if (warning) {
      events.warning(reason, message);
    } else {
      events.normal(reason, message);
    }
  }

  private CronJobFlowStatus status(
      Considered considered, @Nullable String succeeded, boolean invalid) {
    boolean suspended = !invalid && suspended();
    List<String> active = runs.active();
    Conditions conditions =
        Conditions.of(before.conditions(), now)
            .observing(cron.getMetadata().getGeneration())
            .set("Ready", !invalid, invalid ? "Invalid" : "Scheduled", invalid ? text() : "");
    if (invalid || conditions.find("Stalled").isPresent()) {
      conditions = conditions.set("Stalled", invalid, invalid ? "Invalid" : "Scheduled", text());
    }
    if (suspended || conditions.find(SUSPENDED).isPresent()) {
      conditions = conditions.set(SUSPENDED, suspended, suspended ? "Asked" : "Resumed", "");
    }
    return new CronJobFlowStatus(
        active,
        active.size(),
        Times.text(considered.started()),
        Times.text(considered.skipped()),
        succeeded,
        Times.text(invalid || suspended ? null : next),
        message,
        cron.getMetadata().getGeneration(),
        conditions.list());
  }

  private String text() {
    return Objects.requireNonNullElse(message, "");
  }

  private @Nullable String lastSuccess() {
    return runs.all().stream()
        .filter(run -> run.phase() == Run.Phase.SUCCEEDED)
        .map(Run::ended)
        .filter(Objects::nonNull)
        .map(Instant::toString)
        .max(Comparator.naturalOrder())
        .filter(
            end ->
                before.lastSuccessfulTime() == null
                    || end.compareTo(before.lastSuccessfulTime()) > 0)
        .orElse(before.lastSuccessfulTime());
  }
}
