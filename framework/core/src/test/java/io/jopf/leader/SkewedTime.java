package io.jopf.leader;

import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;

/** The time of a machine whose wall clock is wrong. */
record SkewedTime(Time right, Duration skew) implements Time {

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
