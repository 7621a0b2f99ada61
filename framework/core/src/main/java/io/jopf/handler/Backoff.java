package io.jopf.handler;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The pauses between attempts.
 *
 * @param fixed the same pause every time; null: doubling from 1 s to 10 min, each shortened by up
 *     to a fifth at random so that many objects do not come back together
 */
public record Backoff(@Nullable Duration fixed) {

  /** The default. */
  public static final Backoff EXPONENTIAL = new Backoff(null);

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration CAP = Duration.ofMinutes(10);
  private static final int DOUBLINGS_TO_CAP = 10;
  private static final double JITTER = 0.2;

  /**
   * The pause after a failed attempt.
   *
   * @param attempt 0 for the first attempt
   */
  public Duration after(int attempt, RandomGenerator random) {
    if (fixed != null) {
      return fixed;
    }
    long full = Math.min(CAP.toMillis(), FIRST.toMillis() << Math.min(attempt, DOUBLINGS_TO_CAP));
    return Duration.ofMillis(full - (long) (full * JITTER * random.nextDouble()));
  }
}
