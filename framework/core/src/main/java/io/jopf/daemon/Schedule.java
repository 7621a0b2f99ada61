package io.jopf.daemon;

import io.jopf.annotation.OnTimer;
import io.jopf.handler.Durations;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Timing;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a timer runs.
 *
 * @param interval from one run to the next; null: once after each change
 * @param sharp whether the interval is counted from beginning to beginning
 * @param idle how long the object must have been unchanged; zero: no matter
 * @param initialDelay before the first run
 * @param jitter at most so much is added to that; null: only for objects found at the start
 */
record Schedule(
    @Nullable Duration interval,
    boolean sharp,
    Duration idle,
    Duration initialDelay,
    @Nullable Duration jitter) {

  private static final Duration LONGEST_JITTER = Duration.ofMinutes(1);

  static Schedule of(HandlerSpec handler) {
    Timing timing =
        Timing.of(
            Objects.requireNonNull(handler.method().getAnnotation(OnTimer.class), handler.id()));
    return new Schedule(
        timing.interval().isEmpty() ? null : Durations.parse(timing.interval()),
        timing.sharp(),
        Durations.parse(timing.idle(), Duration.ZERO),
        Durations.parse(timing.initialDelay(), Duration.ZERO),
        timing.initialJitter().isEmpty() ? null : Durations.parse(timing.initialJitter()));
  }

  /**
   * How long until the first run.
   *
   * @param found whether the object was there when the operator began to look
   */
  Duration first(boolean found, RandomGenerator random) {
    Duration spread = jitter != null ? jitter : found ? usualJitter() : Duration.ZERO;
    return initialDelay.plusNanos((long) (spread.toNanos() * random.nextDouble()));
  }

  private Duration usualJitter() {
    Duration rhythm = interval == null ? idle : interval;
    return rhythm.compareTo(LONGEST_JITTER) < 0 ? rhythm : LONGEST_JITTER;
  }

  /**
   * How long from the end of a successful run until the next.
   *
   * @param origin the moment of the first run
   * @param now the present one
   * @return null: not before the object has changed
   */
  @Nullable Duration next(Duration origin, Duration now) {
    if (interval == null || !sharp) {
      return interval;
    }
    long passed = now.minus(origin).toNanos() % interval.toNanos();
    return interval.minusNanos(passed);
  }

  /**
   * How long the object has still to be left alone.
   *
   * @param changed the moment of its last essential change
   * @return zero or less: not at all
   */
  Duration untilIdle(Duration changed, Duration now) {
    return idle.minus(now.minus(changed));
  }
}
