package io.jopf.jobflow.cron;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a schedule decides.
 *
 * @param due the time to start a run for, null for none
 * @param replaces whether the runs that go on are to be deleted for it
 * @param waiting a time whose run has to wait for those that go on, null for none
 * @param missed a time that is passed over now because its run would be too late, null for none
 * @param considered what to store
 * @param next the next time, null if none will ever come
 * @param again when to look again though nothing happens, null for never
 */
public record Timetable(
    @Nullable Instant due,
    boolean replaces,
    @Nullable Instant waiting,
    @Nullable Instant missed,
    Considered considered,
    @Nullable Instant next,
    @Nullable Instant again) {

  /**
   * Decides.
   *
   * @param deadline how late a run may start, null for any time
   * @param active whether a run goes on
   */
  public static Timetable of(
      Schedule schedule,
      Overlap overlap,
      @Nullable Duration deadline,
      Considered considered,
      boolean active,
      Instant now) {
    Instant next = schedule.next(now).orElse(null);
    Optional<Instant> last = schedule.last(considered.latest(), now);
    if (last.isEmpty()) {
      return new Timetable(null, false, null, null, considered, next, next);
    }
    Instant due = last.get();
    if (deadline != null && due.plus(deadline).isBefore(now)) {
      return new Timetable(null, false, null, due, considered.withSkipped(due), next, next);
    }
    if (active && overlap == Overlap.FORBID) {
      Instant until = deadline == null ? next : earlier(next, due.plus(deadline).plusSeconds(1));
      return new Timetable(null, false, due, null, considered, next, until);
    }
    boolean replaces = active && overlap == Overlap.REPLACE;
    return new Timetable(due, replaces, null, null, considered.withStarted(due), next, next);
  }

  private static Instant earlier(@Nullable Instant one, Instant other) {
    return one != null && one.isBefore(other) ? one : other;
  }
}
