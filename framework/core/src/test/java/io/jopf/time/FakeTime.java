package io.jopf.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Stands still until told to advance. Tasks run on the thread that advances it. */
public final class FakeTime implements Time {

  private record Task(Instant due, long order, Runnable work) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::order));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Duration wrong = Duration.ZERO;
  private long scheduled;

  @Override
  public synchronized Instant now() {
    return now.plus(wrong);
  }

  @Override
  public synchronized Duration elapsed() {
    return Duration.between(Instant.EPOCH, now);
  }

  /** Somebody sets the wall clock, forwards or back; nothing becomes due by that. */
  public synchronized void jump(Duration by) {
    wrong = wrong.plus(by);
  }

  @Override
  public synchronized Scheduled schedule(Duration delay, Runnable work) {
    Task task = new Task(now.plus(delay), scheduled++, work);
    tasks.add(task);
    return () -> cancel(task);
  }

  private synchronized boolean cancel(Task task) {
    return tasks.remove(task);
  }

  /** Lets time pass and runs what falls due, each task at its own moment. */
  public void advance(Duration duration) {
    Instant end = end(duration);
    for (Task task = nextUntil(end); task != null; task = nextUntil(end)) {
      task.work().run();
    }
  }

  /** How many tasks wait. */
  public synchronized int waiting() {
    return tasks.size();
  }

  private synchronized Instant end(Duration duration) {
    return now.plus(duration);
  }

  private synchronized @Nullable Task nextUntil(Instant end) {
    Task next = tasks.peek();
    if (next == null || next.due().isAfter(end)) {
      // a task may have let more time pass than was asked for
      now = end.isAfter(now) ? end : now;
      return null;
    }
    tasks.remove();
    now = next.due().isAfter(now) ? next.due() : now;
    return next;
  }
}
