package io.jopf.watch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, up to a bound, and at random the
 * last half of it, so that many streams do not come back at the same moment.
 */
enum Pauses {
  /** After what passes. */
  SHORT(Duration.ofMillis(100), Duration.ofSeconds(10)),
  /** After a watch that was opened: the server is there. */
  AFTER_WATCHING(Duration.ofMillis(100), Duration.ofSeconds(1)),
  /** After the server has asked for patience more often than the client tries by itself. */
  WHEN_BUSY(Duration.ofSeconds(2), Duration.ofSeconds(30)),
  /** Until a kind is served. */
  UNTIL_SERVED(Duration.ofSeconds(1), Duration.ofSeconds(10)),
  /** Until a role is bound. */
  UNTIL_ALLOWED(Duration.ofSeconds(5), Duration.ofSeconds(60));

  private static final int ENOUGH_DOUBLINGS = 16;

  private final Duration first;
  private final Duration longest;

  Pauses(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  /**
   * @param failures how many tries in a row have failed before this one; 0 for none
   */
  Duration after(int failures, RandomGenerator random) {
    Duration doubled = first.multipliedBy(1L << Math.min(failures, ENOUGH_DOUBLINGS));
    long nanos = (doubled.compareTo(longest) < 0 ? doubled : longest).toNanos();
    return Duration.ofNanos(nanos / 2 + random.nextLong(nanos / 2 + 1));
  }
}
