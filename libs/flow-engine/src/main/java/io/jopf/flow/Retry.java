package io.jopf.flow;

import java.time.Duration;
import java.util.Set;

/**
 * When a step is tried again.
 *
 * @param limit attempts beyond the first one, 0 for none
 * @param first the pause after the first failure
 * @param factor by which the pause grows with each further failure, at least 1
 * @param longest the longest pause
 * @param on what is worth another attempt. A lost job is made again as the same attempt, however
 *     often, and does not count; without {@link Trouble#LOST} it is a failure
 */
public record Retry(int limit, Duration first, double factor, Duration longest, Set<Trouble> on) {
  private static final Retry NONE =
      new Retry(0, Duration.ofSeconds(10), 2, Duration.ofMinutes(10), Set.of(Trouble.values()));

  /** What can happen to an attempt. */
  public enum Trouble {
    /** Its job failed. */
    FAILED,
    /** Its job was deleted before it ended. */
    LOST
  }

  /** Checks nothing: a limit below 0 means none, a factor below 1 means 1. */
  public Retry {
    on = Set.copyOf(on);
  }

  /** One attempt; a lost job is made again. */
  public static Retry none() {
    return NONE;
  }

  /** So many more attempts with the usual pauses: 10 s, doubling up to 10 min. */
  public static Retry times(int limit) {
    return new Retry(limit, NONE.first, NONE.factor, NONE.longest, NONE.on);
  }

  /** Whether so many failures are not yet too many. */
  public boolean allows(int failures) {
    return on.contains(Trouble.FAILED) && failures <= limit;
  }

  /** The pause after so many failures, at least 1. */
  public Duration pause(int failures) {
    double grown = (double) first.toMillis() * Math.pow(Math.max(1, factor), failures - 1);
    return Duration.ofMillis((long) Math.min(grown, (double) longest.toMillis()));
  }
}
