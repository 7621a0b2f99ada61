package io.jopf.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ScheduleTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final Random random = new Random(42);

  private static Schedule every(Duration interval, boolean sharp) {
    return new Schedule(interval, sharp, Duration.ZERO, Duration.ZERO, null);
  }

  @Property
  void a_sharp_timer_stays_on_its_grid_however_long_it_runs(
      @ForAll @LongRange(min = 1, max = 10_000_000) long interval,
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long origin,
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long passed) {
    Duration step = Duration.ofMillis(interval);
    Duration begin = Duration.ofMillis(origin);
    Duration now = begin.plusMillis(passed);

    Duration rest = Objects.requireNonNull(every(step, true).next(begin, now));

    assertThat(rest).isPositive().isLessThanOrEqualTo(step);
    assertThat((passed + rest.toMillis()) % interval).isZero();
  }

  @Example
  void an_ordinary_timer_rests_for_its_interval_after_each_run() {
    assertThat(every(MINUTE, false).next(Duration.ZERO, Duration.ofSeconds(95))).isEqualTo(MINUTE);
  }

  @Example
  void without_an_interval_there_is_no_next_run() {
    Schedule once = new Schedule(null, false, MINUTE, Duration.ZERO, null);

    assertThat(once.next(Duration.ZERO, MINUTE)).isNull();
  }

  @Example
  void ten_thousand_timers_of_a_new_process_are_spread_over_their_interval() {
    var perSecond =
        IntStream.range(0, 10_000)
            .mapToObj(i -> every(MINUTE, false).first(true, random).toSeconds())
            .collect(Collectors.groupingBy(second -> second, Collectors.counting()));

    assertThat(perSecond).hasSize(60);
    assertThat(perSecond.values()).allMatch(count -> count < 300);
  }

  @Example
  void a_long_interval_does_not_delay_the_first_run_by_more_than_a_minute() {
    assertThat(IntStream.range(0, 1000).mapToObj(i -> first(Duration.ofHours(5), true)))
        .allMatch(delay -> delay.compareTo(MINUTE) <= 0)
        .anyMatch(delay -> delay.compareTo(Duration.ofSeconds(50)) > 0);
  }

  private Duration first(Duration interval, boolean found) {
    return every(interval, false).first(found, random);
  }

  @Example
  void the_timer_of_a_new_object_begins_at_once() {
    assertThat(first(MINUTE, false)).isZero();
  }

  @Example
  void an_initial_delay_is_kept_and_a_given_jitter_is_for_all_objects() {
    Schedule schedule =
        new Schedule(MINUTE, false, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(5));

    for (boolean found : new boolean[] {true, false}) {
      assertThat(IntStream.range(0, 1000).mapToObj(i -> schedule.first(found, random)))
          .allMatch(delay -> delay.compareTo(Duration.ofSeconds(10)) >= 0)
          .allMatch(delay -> delay.compareTo(Duration.ofSeconds(15)) <= 0)
          .anyMatch(delay -> delay.compareTo(Duration.ofSeconds(14)) > 0);
    }
    Schedule exact = new Schedule(MINUTE, false, Duration.ZERO, MINUTE, Duration.ZERO);
    assertThat(exact.first(true, random)).isEqualTo(MINUTE);
  }
}
