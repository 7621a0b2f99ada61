package io.jopf.bench.jobflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One flow, as an outsider sees it. Times are of {@link System#nanoTime}, 0 for not yet. */
final class Run {

  private static final double NANOS_PER_MS = 1e6;

  private final Graph graph;
  private final long[] created;
  private final long[] completed;
  private final CountDownLatch open;
  private final CountDownLatch begun;
  private final AtomicInteger again = new AtomicInteger();

  Run(Graph graph) {
    this.graph = graph;
    this.created = new long[graph.size()];
    this.completed = new long[graph.size()];
    this.open = new CountDownLatch(graph.size());
    this.begun = new CountDownLatch(1);
  }

  synchronized void created(int step, long now) {
    if (created[step] != 0) {
      again.incrementAndGet();
    } else {
      created[step] = now;
      begun.countDown();
    }
  }

  synchronized void completed(int step, long now) {
    if (completed[step] == 0) {
      completed[step] = now;
      open.countDown();
    }
  }

  /** How many Jobs were made more than once. */
  int duplicates() {
    return again.get();
  }

  boolean isCreated(int step) {
    return at(created, step) != 0;
  }

  private synchronized long at(long[] times, int step) {
    return times[step];
  }

  /** For each step that waits: milliseconds from the last completion before it to its creation. */
  synchronized List<Double> hops() {
    List<Double> hops = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      long last = graph.needs().get(i).stream().mapToLong(need -> completed[need]).max().orElse(0);
      if (last != 0 && created[i] != 0) {
        hops.add((created[i] - last) / NANOS_PER_MS);
      }
    }
    return hops;
  }

  /** Seconds from the first creation to the last completion. */
  synchronized double seconds() {
    return (Arrays.stream(completed).max().orElse(0) - Arrays.stream(created).min().orElse(0))
        / 1e9;
  }

  /** Seconds from a moment to the last creation. */
  synchronized double secondsToCreate(long from) {
    return (Arrays.stream(created).max().orElse(0) - from) / 1e9;
  }

  /** Creations in a second, of all but the first and the last step, since the first completed. */
  synchronized double creationsPerSecond() {
    int count = graph.size() - 2;
    long last = Arrays.stream(created, 1, 1 + count).max().orElse(0);
    return count / ((last - completed[0]) / 1e9);
  }

  /** Waits until all have completed. */
  void await(int seconds) {
    await(open, seconds, open.getCount() + " Jobs left");
  }

  /** Waits until the first is there. */
  void awaitBegin(int seconds) {
    await(begun, seconds, "no Job");
  }

  private static void await(CountDownLatch latch, int seconds, String what) {
    try {
      if (!latch.await(seconds, TimeUnit.SECONDS)) {
        throw new IllegalStateException(what + " after " + seconds + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
