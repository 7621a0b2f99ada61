package io.jopf.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  @Property
  void pauses_double_from_a_second_to_ten_minutes_less_up_to_a_fifth(
      @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int attempt, @ForAll Random random) {
    Duration full = Duration.ofSeconds(Math.min(600, 1L << Math.min(attempt, 10)));

    assertThat(Backoff.EXPONENTIAL.after(attempt, random))
        .isBetween(full.multipliedBy(4).dividedBy(5), full);
  }

  @Property
  void a_fixed_pause_is_always_the_same(
      @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int attempt, @ForAll Random random) {
    Duration fixed = Duration.ofSeconds(20);

    assertThat(Backoff.fixed(fixed).after(attempt, random)).isEqualTo(fixed);
  }

  @Test
  void many_objects_do_not_come_back_together() {
    Random random = new Random(1);

    assertThat(Stream.generate(() -> Backoff.EXPONENTIAL.after(9, random)).limit(100).distinct())
        .hasSizeGreaterThan(90);
  }

  @Property
  void pauses_never_exceed_the_cap_and_never_shrink_without_jitter(
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long first,
      @ForAll @LongRange(min = 1, max = 100_000_000_000L) long cap,
      @ForAll @IntRange(min = 0, max = 100) int attempt,
      @ForAll Random random) {
    Duration limit = Duration.ofMillis(Math.max(first, cap));
    Backoff backoff = new Backoff(Duration.ofMillis(first), limit, 0);

    Duration pause = backoff.after(attempt, random);

    assertThat(pause).isBetween(Duration.ofMillis(first), limit);
    assertThat(backoff.after(attempt + 1, random)).isGreaterThanOrEqualTo(pause);
    assertThat(backoff.after(100, random)).isEqualTo(limit);
  }

  @Property
  void jitter_shortens_by_at_most_its_part(
      @ForAll @DoubleRange(min = 0, max = 1) double part, @ForAll Random random) {
    Duration pause = Duration.ofMinutes(1);

    assertThat(new Backoff(pause, pause, part).after(0, random))
        .isBetween(Duration.ofMillis((long) Math.floor(60_000 * (1 - part))), pause);
  }

  @Test
  void options_say_where_the_pauses_begin_and_end() {
    Backoff otherwise = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1), 0.5);

    assertThat(Effort.DEFAULT.backoff(otherwise)).isEqualTo(otherwise);
    assertThat(new Effort("20s", "", -1, "").backoff(otherwise))
        .isEqualTo(Backoff.fixed(Duration.ofSeconds(20)));
    assertThat(new Effort("20s", "", 0.1, "").backoff(otherwise))
        .isEqualTo(new Backoff(Duration.ofSeconds(20), Duration.ofSeconds(20), 0.1));
    assertThat(new Effort("20s", "2h", -1, "").backoff(otherwise))
        .isEqualTo(new Backoff(Duration.ofSeconds(20), Duration.ofHours(2), 0.5));
    assertThat(new Effort("", "1s", 0, "").backoff(otherwise))
        .isEqualTo(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT1M, 0, jopf.backoff.first is PT0S: more than 0",
    "PT1M, PT1S, 0, 'jopf.backoff.max is PT1S: at least jopf.backoff.first, PT1M'",
    "PT1S, PT1M, 2, jopf.backoff.jitter is 2.0: from 0 to 1"
  })
  void settings_that_make_no_sense_stop_the_start(
      Duration first, Duration max, double jitter, String message) {
    assertThatThrownBy(() -> new BackoffDefaults(first, max, jitter).backoff())
        .isInstanceOf(IllegalHandlerException.class)
        .hasMessage(message);
  }
}
