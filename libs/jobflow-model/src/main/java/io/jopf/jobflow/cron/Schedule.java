package io.jopf.jobflow.cron;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The times that some cron expressions mean in a time zone. */
public final class Schedule {
  private static final CronParser PARSER = new CronParser(definition());
  private static final Duration LONGEST = Duration.ofDays(366L * 9);

  private final List<ExecutionTime> times;
  private final ZoneId zone;

  private Schedule(List<ExecutionTime> times, ZoneId zone) {
    this.times = times;
    this.zone = zone;
  }

  /** What the CronJobs of Kubernetes take: five fields, Sunday is 0 and 7, nicknames. */
  private static CronDefinition definition() {
    return CronDefinitionBuilder.defineCron()
        .withMinutes()
        .withStrictRange()
        .and()
        .withHours()
        .withStrictRange()
        .and()
        .withDayOfMonth()
        .withStrictRange()
        .and()
        .withMonth()
        .withStrictRange()
        .and()
        .withDayOfWeek()
        .withValidRange(0, 7)
        .withMondayDoWValue(1)
        .withIntMapping(7, 0)
        .withStrictRange()
        .and()
        .withSupportedNicknameYearly()
        .withSupportedNicknameAnnually()
        .withSupportedNicknameMonthly()
        .withSupportedNicknameWeekly()
        .withSupportedNicknameDaily()
        .withSupportedNicknameMidnight()
        .withSupportedNicknameHourly()
        .instance();
  }

  /**
   * Reads them.
   *
   * @param expressions one or more
   * @param timeZone an IANA name; null for UTC
   * @throws ScheduleException for the first that means nothing
   */
  public static Schedule of(List<String> expressions, @Nullable String timeZone)
      throws ScheduleException {
    ZoneId zone = zone(timeZone);
    List<ExecutionTime> times = new ArrayList<>();
    for (String expression : expressions) {
      times.add(read(expression, zone));
    }
    return new Schedule(times, zone);
  }

  private static ZoneId zone(@Nullable String name) throws ScheduleException {
    if (name == null) {
      return ZoneOffset.UTC;
    }
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw new ScheduleException("timeZone " + name + " is not known");
    }
    return ZoneId.of(name);
  }

  private static ExecutionTime read(String expression, ZoneId zone) throws ScheduleException {
    try {
      Cron cron = PARSER.parse(expression).validate();
      ExecutionTime time = ExecutionTime.forCron(cron);
      if (time.nextExecution(Instant.EPOCH.atZone(zone)).isEmpty()) {
        throw new ScheduleException("schedule " + expression + " names a day that never comes");
      }
      return time;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ScheduleException("schedule " + expression + ": " + e.getMessage());
    }
  }

  /** The first time after one; empty if there is none in the years to come. */
  public Optional<Instant> next(Instant after) {
    return times.stream()
        .flatMap(time -> time.nextExecution(after.atZone(zone)).stream())
        .map(java.time.ZonedDateTime::toInstant)
        .min(Comparator.naturalOrder());
  }

  /** The last time after one and not after another; empty if there is none between them. */
  Optional<Instant> last(Instant after, Instant until) {
    // looked for in windows that grow, because looking backwards is not the same across a change
    // of the clocks, and walking all the way takes long after a long time
    for (Duration window = Duration.ofHours(1); ; window = window.multipliedBy(4)) {
      Instant start = until.minus(window);
      boolean whole = !start.isAfter(after) || window.compareTo(LONGEST) > 0;
      Optional<Instant> last = lastOf(whole ? after : start, until);
      if (last.isPresent() || whole) {
        return last;
      }
    }
  }

  private Optional<Instant> lastOf(Instant after, Instant until) {
    Optional<Instant> last = Optional.empty();
    Optional<Instant> next = next(after);
    while (next.isPresent() && !next.get().isAfter(until)) {
      last = next;
      next = next(next.get());
    }
    return last;
  }
}
