package io.jopf.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Since when a run is at work or suspended, and whether it has to end before its time. */
final class Timing {
  private final @Nullable Duration deadline;
  private @Nullable Instant started;
  private @Nullable Instant completed;
  private @Nullable Instant suspendedAt;
  private Duration suspendedFor;
  private Ending ending;

  Timing(Policy policy, FlowStatus remembered) {
    deadline = policy.deadline();
    started = remembered.started();
    completed = remembered.completed();
    suspendedAt = remembered.suspendedAt();
    suspendedFor = remembered.suspendedFor();
    ending = remembered.ending();
  }

  /** Lets time pass; the time of the first job is known better than that of the first look. */
  void pass(Control control, @Nullable Instant firstJob, Instant now) {
    if (started == null && control.queued() == null) {
      started = firstJob != null && firstJob.isBefore(now) ? firstJob : now;
    }
    if (control.suspended() && suspendedAt == null && completed == null) {
      suspendedAt = now;
    } else if (!control.suspended() && suspendedAt != null) {
      suspendedFor = suspendedFor.plus(Duration.between(suspendedAt, now));
      suspendedAt = null;
    }
  }

  /** Takes up what is asked for, or a deadline that is over; whether that is something new. */
  boolean updateEnding(Control control, boolean mainOver, Instant now) {
    Ending before = ending;
    if (completed == null) {
      boolean cancels = control.ending() == Ending.CANCEL;
      if (cancels || (ending == Ending.NONE && !mainOver)) {
        ending = control.ending();
      }
      Instant end = deadlineAt();
      if (ending == Ending.NONE && !mainOver && end != null && !now.isBefore(end)) {
        ending = Ending.DEADLINE;
      }
    }
    return ending != before;
  }

  /** When the deadline strikes; null if it does not, or its clock stands still. */
  @Nullable Instant deadlineAt() {
    return (deadline == null || started == null || suspendedAt != null)
        ? null
        : started.plus(deadline).plus(suspendedFor);
  }

  Ending ending() {
    return ending;
  }

  @Nullable Instant started() {
    return started;
  }

  @Nullable Instant completed() {
    return completed;
  }

  void completed(@Nullable Instant end) {
    completed = end;
  }

  @Nullable Instant suspendedAt() {
    return suspendedAt;
  }

  Duration suspendedFor() {
    return suspendedFor;
  }
}
