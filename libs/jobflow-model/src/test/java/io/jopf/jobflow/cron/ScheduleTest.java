package io.jopf.jobflow.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  private static final String BERLIN = "Europe/Berlin";

  private static Schedule schedule(String zone, String... expressions) {
    try {
      return Schedule.of(List.of(expressions), zone);
    } catch (ScheduleException e) {
      throw new AssertionError(e);
    }
  }

  /** The clocks go from 2:00 to 3:00 on 29 March 2026, and from 3:00 to 2:00 on 25 October. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          30 1 * * *   | 2026-03-29T00:00+01:00 | 01:30+01:00
          30 2 * * *   | 2026-03-29T00:00+01:00 |
          0 3 * * *    | 2026-03-29T00:00+01:00 | 03:00+02:00
          0 * * * *    | 2026-03-29T00:30+01:00 | 01:00+01:00 03:00+02:00 04:00+02:00 05:00+02:00
          */30 1-3 * * * | 2026-03-29T00:30+01:00 | 01:00+01:00 01:30+01:00 03:00+02:00 03:30+02:00
          30 2 * * *   | 2026-10-25T00:00+02:00 | 02:30+02:00
          0 3 * * *    | 2026-10-25T00:00+02:00 | 03:00+01:00
          0 * * * *    | 2026-10-25T00:30+02:00 | 01:00+02:00 02:00+02:00 02:00+01:00 03:00+01:00 04:00+01:00 05:00+01:00
          """)
  void a_change_of_the_clocks_skips_what_is_not_there_and_repeats_only_every_hour(
      String expression, String from, @Nullable String expected) {
    Schedule schedule = schedule(BERLIN, expression);
    ZonedDateTime start = ZonedDateTime.parse(from);
    Instant end =
        start.withZoneSameInstant(ZoneId.of(BERLIN)).withHour(5).withMinute(0).toInstant();

    List<String> times = new ArrayList<>();
    Optional<Instant> next = schedule.next(start.toInstant());
    while (next.isPresent() && !next.get().isAfter(end)) {
      times.add(next.get().atZone(ZoneId.of(BERLIN)).toOffsetDateTime().toString().substring(11));
      next = schedule.next(next.get());
    }

    assertThat(String.join(" ", times)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void several_expressions_mean_all_their_times_each_once() {
    Schedule schedule = schedule("UTC", "0 * * * *", "*/30 * * * *");
    Instant eight = Instant.parse("2026-01-01T08:00:00Z");

    assertThat(schedule.next(eight)).contains(Instant.parse("2026-01-01T08:30:00Z"));
    assertThat(schedule.next(Instant.parse("2026-01-01T08:30:00Z")))
        .contains(Instant.parse("2026-01-01T09:00:00Z"));
  }

  @Test
  void day_and_weekday_are_alternatives_and_sunday_has_two_numbers() {
    Instant start = Instant.parse("2026-02-01T12:00:00Z");

    assertThat(schedule("UTC", "0 9 13 * 5").next(start))
        .contains(Instant.parse("2026-02-06T09:00:00Z"));
    assertThat(schedule("UTC", "0 9 * * 7").next(start))
        .isEqualTo(schedule("UTC", "0 9 * * 0").next(start))
        .isEqualTo(schedule("UTC", "0 9 * * SUN").next(start))
        .contains(Instant.parse("2026-02-08T09:00:00Z"));
    assertThat(schedule("UTC", "@weekly").next(start))
        .contains(Instant.parse("2026-02-08T00:00:00Z"));
  }

  @Test
  void the_zone_is_utc_unless_named() throws ScheduleException {
    Instant start = Instant.parse("2026-07-01T00:00:00Z");

    assertThat(Schedule.of(List.of("0 9 * * *"), null).next(start))
        .contains(Instant.parse("2026-07-01T09:00:00Z"));
    assertThat(Schedule.of(List.of("0 9 * * *"), "America/New_York").next(start))
        .contains(Instant.parse("2026-07-01T13:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          61 * * * *    | UTC         | schedule 61 * * * *:
          * * * * * *   | UTC         | schedule * * * * * *:
          often         | UTC         | schedule often:
          0 0 31 2 *    | UTC         | schedule 0 0 31 2 * names a day that never comes
          0 0 * * *     | Europe/Bonn | timeZone Europe/Bonn is not known
          """)
  void what_means_nothing_is_refused_with_its_name(String expression, String zone, String words) {
    assertThatThrownBy(() -> Schedule.of(List.of(expression), zone))
        .isInstanceOf(ScheduleException.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void the_last_time_is_the_one_that_walking_finds() {
    Random random = new Random(7);
    List<String> expressions =
        List.of(
            "*/7 * * * *", "30 2 * * *", "0 * * * *", "5 1-3 * * 0", "0 0 1 * *", "0 */5 * * *");
    for (int i = 0; i < 300; i++) {
      Schedule schedule = schedule(BERLIN, expressions.get(random.nextInt(expressions.size())));
      Instant after = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(20_000_000));
      Instant until = after.plusSeconds(random.nextInt(3_000_000));
      Optional<Instant> walked = Optional.empty();
      Optional<Instant> next = schedule.next(after);
      while (next.isPresent() && !next.get().isAfter(until)) {
        walked = next;
        next = schedule.next(next.get());
      }

      assertThat(schedule.last(after, until)).as("%s to %s", after, until).isEqualTo(walked);
    }
  }

  @Test
  void after_years_the_last_time_is_found_at_once() {
    Schedule schedule = schedule("UTC", "* * * * *");

    assertThat(schedule.last(Instant.EPOCH, Instant.parse("2026-01-01T00:00:30Z")))
        .contains(Instant.parse("2026-01-01T00:00:00Z"));
  }
}
