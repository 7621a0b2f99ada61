package io.jopf.event;

import java.time.Duration;

/** Allows a burst, then one at a time. */
final class TokenBucket {

  private final int burst;
  private final Duration refill;
  private double tokens;
  private Duration last;

  /**
   * A full one.
   *
   * @param burst how many at once
   * @param refill how long it takes until one more is allowed
   * @param now monotonic
   */
  TokenBucket(int burst, Duration refill, Duration now) {
    this.burst = burst;
    this.refill = refill;
    this.tokens = burst;
    this.last = now;
  }

  boolean has(Duration now) {
    double grown = (double) now.minus(last).toNanos() / refill.toNanos();
    if (grown > 0) {
      tokens = Math.min(burst, tokens + grown);
      last = now;
    }
    return tokens >= 1;
  }

  boolean isFull(Duration now) {
    has(now);
    return tokens >= burst;
  }

  boolean take(Duration now) {
    if (!has(now)) {
      return false;
    }
    tokens--;
    return true;
  }
}
