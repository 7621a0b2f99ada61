package io.jopf.test;

import io.jopf.time.SystemTime;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;

/**
 * The machine's time, but delays pass faster. For a simulated cluster that is watched by operators
 * in real time: its Jobs end sooner, its timestamps stay comparable with the operators' clocks.
 */
public final class ScaledTime implements Time, AutoCloseable {

  private final SystemTime real = new SystemTime();
  private final int factor;

  private ScaledTime(int factor) {
    this.factor = factor;
  }

  /**
   * A clock whose delays are shortened.
   *
   * @param factor by how much, at least 1
   */
  public static ScaledTime fasterThanReal(int factor) {
    if (factor < 1) {
      throw new IllegalArgumentException("a factor of at least 1: " + factor);
    }
    return new ScaledTime(factor);
  }

  @Override
  public Instant now() {
    return real.now();
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable task) {
    return real.schedule(delay.dividedBy(factor), task);
  }

  @Override
  public void close() {
    real.close();
  }
}
