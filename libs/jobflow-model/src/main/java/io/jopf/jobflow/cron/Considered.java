package io.jopf.jobflow.cron;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times that need no more thought.
 *
 * @param created when the schedule came to be; earlier times never count
 * @param started the time whose run was started last, null for none
 * @param skipped up to when times without a run are passed over, null for none
 */
public record Considered(Instant created, @Nullable Instant started, @Nullable Instant skipped) {

  Instant latest() {
    Instant latest = created;
    for (Instant one : new Instant[] {started, skipped}) {
      if (one != null && one.isAfter(latest)) {
        latest = one;
      }
    }
    return latest;
  }

  /** The same, and a run was started for a time, unless one for a later time was. */
  public Considered withStarted(Instant time) {
    boolean later = started == null || time.isAfter(started);
    return later ? new Considered(created, time, skipped) : this;
  }

  /** The same, and times without a run are passed over up to one. */
  public Considered withSkipped(Instant time) {
    return new Considered(created, started, time);
  }
}
