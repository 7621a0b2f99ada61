package io.jopf.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of threads that work a queue off. A key whose work throws is given back like any
 * other: no worker is ever lost.
 *
 * @param <K> the keys
 */
public final class Workers<K> {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final WorkQueue<K> queue;
  private final Consumer<K> work;
  private final Semaphore slots;
  private final List<Thread> threads = new ArrayList<>();

  /** Workers that do nothing until started, and share their limit with nobody. */
  public Workers(WorkQueue<K> queue, Consumer<K> work) {
    this(queue, work, new Semaphore(Integer.MAX_VALUE, true));
  }

  /**
   * Workers that do nothing until started.
   *
   * @param slots how many may work at the same time, together with all others that share it; fair,
   *     so that none of them starves
   */
  public Workers(WorkQueue<K> queue, Consumer<K> work, Semaphore slots) {
    this.queue = queue;
    this.work = work;
    this.slots = slots;
  }

  /** Starts them. */
  public void start(int count, ThreadFactory factory) {
    for (int i = 0; i < count; i++) {
      Thread thread = factory.newThread(this::run);
      threads.add(thread);
      thread.start();
    }
  }

  /**
   * Closes the queue and waits for the work in hand.
   *
   * @param grace how long at most
   * @return whether all of it ended in time
   */
  public boolean awaitEnd(Duration grace) {
    queue.close();
    long deadline = System.nanoTime() + grace.toNanos();
    try {
      for (Thread thread : threads) {
        TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
      return false;
    }
    return alive() == 0;
  }

  /**
   * The same, and interrupts what has not ended then.
   *
   * @param grace how long to wait before that
   * @return whether all of it ended in time
   */
  public boolean stop(Duration grace) {
    boolean inTime = awaitEnd(grace);
    threads.forEach(Thread::interrupt);
    return inTime;
  }

  /** Whether all that were started are alive; otherwise something is badly wrong. */
  public boolean allAlive() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  /** How many are alive. */
  public long alive() {
    return threads.stream().filter(Thread::isAlive).count();
  }

  private void run() {
    try {
      while (queue.awaitReady()) {
        slots.acquire();
        try {
          K key = queue.poll();
          if (key != null) {
            work(key);
          }
        } finally {
          slots.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(K key) {
    try {
      work.accept(key);
    } catch (Throwable e) { // a lost worker would be lost for good
      LOG.error("{}: unexpected failure of the framework", key, e);
    } finally {
      // the interruption was meant for the work; a stopped worker ends by the closed queue
      Thread.interrupted();
      queue.done(key);
    }
  }
}
