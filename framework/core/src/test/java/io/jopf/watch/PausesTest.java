package io.jopf.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PausesTest {

  @Property
  void a_pause_doubles_up_to_its_bound_and_its_last_half_is_random(
      @ForAll Pauses pauses, @ForAll @IntRange(max = 1000) int failures, @ForAll long seed) {
    Duration longest =
        switch (pauses) {
          case SHORT -> Duration.ofSeconds(10);
          case AFTER_WATCHING -> Duration.ofSeconds(1);
          case WHEN_BUSY -> Duration.ofSeconds(30);
          case UNTIL_SERVED -> Duration.ofSeconds(10);
          case UNTIL_ALLOWED -> Duration.ofSeconds(60);
        };
    Duration first =
        switch (pauses) {
          case SHORT, AFTER_WATCHING -> Duration.ofMillis(100);
          case WHEN_BUSY -> Duration.ofSeconds(2);
          case UNTIL_SERVED -> Duration.ofSeconds(1);
          case UNTIL_ALLOWED -> Duration.ofSeconds(5);
        };
    Duration full = first.multipliedBy(1L << Math.min(failures, 10));
    Duration expected = full.compareTo(longest) < 0 ? full : longest;

    assertThat(pauses.after(failures, new Random(seed))).isBetween(expected.dividedBy(2), expected);
  }
}
