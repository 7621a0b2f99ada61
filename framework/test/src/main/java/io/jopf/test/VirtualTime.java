package io.jopf.test;

import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until it is moved. Due tasks run in the order of their due times, equal
 * ones in the order they were scheduled, in the thread that moves the clock.
 */
public final class VirtualTime implements Time {

  private record Timer(Instant due, long number, Runnable task) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      int byTime = due.compareTo(other.due);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final ReentrantLock moving = new ReentrantLock();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private Instant now;
  private long scheduled;

  /** A clock that starts at the same moment always: the first of January 2026. */
  public VirtualTime() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  /** A clock that starts at a given moment. */
  public VirtualTime(Instant start) {
    this.now = start;
  }

  @Override
  public Instant now() {
    synchronized (timers) {
      return now;
    }
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable task) {
    synchronized (timers) {
      Timer timer =
          new Timer(now.plus(delay.isNegative() ? Duration.ZERO : delay), scheduled++, task);
      timers.add(timer);
      return () -> {
        synchronized (timers) {
          return timers.remove(timer);
        }
      };
    }
  }

  /** When the next task is due; empty where none is scheduled. */
  public Optional<Instant> nextDue() {
    synchronized (timers) {
      return Optional.ofNullable(timers.peek()).map(Timer::due);
    }
  }

  /**
   * Lets time pass and runs what becomes due on the way, including what such tasks schedule.
   *
   * @param duration how much; zero runs what is due already
   */
  public void advance(Duration duration) {
    moving.lock();
    try {
      Instant end = now().plus(duration);
      for (Timer timer = moveTo(end); timer != null; timer = moveTo(end)) {
        timer.task().run();
      }
    } finally {
      moving.unlock();
    }
  }

  /**
   * Moves to the moment of the next task and runs all that is due then.
   *
   * @return false if nothing is scheduled
   */
  public boolean advanceToNext() {
    moving.lock();
    try {
      Optional<Instant> next = nextDue();
      next.ifPresent(due -> advance(Duration.between(now(), due)));
      return next.isPresent();
    } finally {
      moving.unlock();
    }
  }

  /** Moves to the next task due until then and takes it; else to the end. */
  private @Nullable Timer moveTo(Instant end) {
    synchronized (timers) {
      Timer next = timers.peek();
      if (next == null || next.due().isAfter(end)) {
        now = end;
        return null;
      }
      now = next.due().isAfter(now) ? next.due() : now;
      return timers.poll();
    }
  }
}
