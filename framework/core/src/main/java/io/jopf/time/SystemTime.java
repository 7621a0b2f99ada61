package io.jopf.time;

import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The machine's own time. Delays are monotonic: a jump of the wall clock does not move them. */
@Singleton
@Requires(missingBeans = Time.class)
public final class SystemTime implements Time, AutoCloseable {

  private static final long ORIGIN = System.nanoTime();

  private final Clock clock;
  private final LongSupplier nanos;
  private final long origin;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "jopf-time");
            thread.setDaemon(true);
            return thread;
          });

  /** Starts the timer's thread lazily, at the first delay. */
  public SystemTime() {
    this(Clock.systemUTC(), System::nanoTime, ORIGIN);
  }

  SystemTime(Clock clock, LongSupplier nanos, long origin) {
    this.clock = clock;
    this.nanos = nanos;
    this.origin = origin;
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - origin);
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable task) {
    var future = timer.schedule(task, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  @PreDestroy
  public void close() {
    timer.shutdownNow();
  }
}
