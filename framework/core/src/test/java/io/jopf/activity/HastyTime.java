package io.jopf.activity;

import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets every delay pass at once, and remembers it. */
final class HastyTime implements Time {

  final List<Duration> delays = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable task) {
    delays.add(delay);
    now = now.plus(delay);
    task.run();
    return () -> false;
  }
}
