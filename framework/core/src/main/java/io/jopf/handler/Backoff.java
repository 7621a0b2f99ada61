package io.jopf.handler;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pauses between attempts: doubling from the first to a cap.
 *
 * @param first the pause after the first attempt
 * @param cap the longest pause; the same as the first for a fixed one
 * @param jitter by which part, from 0 to 1, a pause may be shortened at random, so that many
 *     objects do not come back together
 */
public record Backoff(Duration first, Duration cap, double jitter) {

  /** What nobody said otherwise: from 1 s to 10 min, each shortened by up to a fifth. */
  public static final Backoff EXPONENTIAL =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10), 0.2);

  private static final int MANY_DOUBLINGS = 40;

  /** The same pause every time. */
  public static Backoff fixed(Duration pause) {
    return new Backoff(pause, pause, 0);
  }

  /**
   * The pauses that options ask for.
   *
   * @param pause the first pause, and without a maximum every one; empty for the default
   * @param max the longest pause; empty for the default, or none where only {@code pause} is given
   * @param jitter negative for the default: none where only {@code pause} is given
   * @throws IllegalArgumentException if a text is no duration
   */
  static Backoff of(String pause, String max, double jitter, Backoff otherwise) {
    boolean fixed = !pause.isEmpty() && max.isEmpty();
    Duration first = pause.isEmpty() ? otherwise.first : Durations.parse(pause);
    Duration cap = fixed ? first : max.isEmpty() ? otherwise.cap : Durations.parse(max);
    double part = jitter >= 0 ? jitter : fixed ? 0 : otherwise.jitter;
    return new Backoff(first.compareTo(cap) < 0 ? first : cap, cap, part);
  }

  /**
   * The pause after a failed attempt.
   *
   * @param attempt 0 for the first attempt
   */
  public Duration after(int attempt, RandomGenerator random) {
    long first = first().toMillis();
    long limit = cap.toMillis();
    int doublings = Math.min(attempt, MANY_DOUBLINGS);
    // shifting the limit down cannot overflow, shifting the first up could
    long full = first > (limit >> doublings) ? limit : Math.min(limit, first << doublings);
    return Duration.ofMillis(full - (long) (full * jitter * random.nextDouble()));
  }
}
