package io.jopf.leader;

import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;

/** The time of a machine whose wall clock is wrong. */
final class SkewedTime implements Time {

  private final Time right;
  private Duration skew;

  SkewedTime(Time right, Duration skew) {
    this.right = right;
    this.skew = skew;
  }

  void jump(Duration by) {
    skew = skew.plus(by);
  }

  @Override
  public Instant now() {
    return right.now().plus(skew);
  }

  @Override
  public Duration elapsed() {
    return right.elapsed();
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable task) {
    return right.schedule(delay, task);
  }
}
