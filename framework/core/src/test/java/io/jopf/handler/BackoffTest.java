package io.jopf.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

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

    assertThat(new Backoff(fixed).after(attempt, random)).isEqualTo(fixed);
  }

  @Test
  void many_objects_do_not_come_back_together() {
    Random random = new Random(1);

    assertThat(Stream.generate(() -> Backoff.EXPONENTIAL.after(9, random)).limit(100).distinct())
        .hasSizeGreaterThan(90);
  }
}
