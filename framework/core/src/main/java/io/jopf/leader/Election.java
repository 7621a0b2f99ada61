package io.jopf.leader;

import io.jopf.time.Time;
import io.jopf.time.Time.Scheduled;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running candidacy; see the package's contract and DESIGN.md. */
public final class Election implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Election.class);
  private static final int PATIENCE_SECONDS = 5;

  private final Candidate candidate;
  private final Time time;
  private final Timing timing;
  private final Executor executor;
  private final LeaderListener listener;
  private final AtomicInteger steps = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Term announced;
  private @Nullable Scheduled next;
  private @Nullable Scheduled deadline;
  private @Nullable String trouble;
  private volatile boolean leaving;
  private volatile boolean closed;

  Election(
      Candidate candidate, Time time, Timing timing, Executor executor, LeaderListener listener) {
    this.candidate = candidate;
    this.time = time;
    this.timing = timing;
    this.executor = executor;
    this.listener = listener;
  }

  /** Begins to try. */
  public void start() {
    again(Duration.ZERO);
  }

  /** Whether this process leads at this moment. */
  public boolean isLeading() {
    Term term = candidate.term();
    return term != null && term.holds();
  }

  /** Who leads as far as this process knows; empty if nobody. */
  public String holder() {
    return candidate.holder();
  }

  /** Whether no try is under way. */
  public boolean isIdle() {
    return steps.get() == 0;
  }

  /** Does not become leader any more; one that leads goes on until {@link #close}. */
  public void withdraw() {
    leaving = true;
  }

  /** Gives the lease back, so that another takes it at once. Waits a few seconds at most. */
  @Override
  public void close() {
    end(candidate::release);
  }

  /** Leaves the lease to run out, because something that needed it has not ended. */
  public void abandon() {
    end(candidate::resign);
  }

  private void end(Runnable last) {
    lock.lock();
    try {
      closed = true;
      cancel(next);
      cancel(deadline);
    } finally {
      lock.unlock();
    }
    CountDownLatch done = new CountDownLatch(1);
    executor.execute(
        () -> {
          try {
            last.run();
          } catch (RuntimeException e) {
            LOG.warn("the lease was not given back: {}", e.getMessage());
          } finally {
            announce();
            done.countDown();
          }
        });
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the lease was not given back in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void again(Duration delay) {
    lock.lock();
    try {
      if (isWanted()) {
        next = time.schedule(delay, this::begin);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isWanted() {
    return !closed && !(leaving && candidate.term() == null);
  }

  private void begin() {
    steps.incrementAndGet();
    executor.execute(
        () -> {
          try {
            tryOnce();
          } finally {
            steps.decrementAndGet();
          }
        });
  }

  private void tryOnce() {
    Duration pause = timing.retry();
    try {
      if (isWanted()) {
        candidate.expire();
        pause = candidate.step(listener.hasEnded());
        trouble = null;
      }
    } catch (RuntimeException e) {
      complain(e);
    }
    announce();
    again(pause);
  }

  /** Once for each kind of trouble, not once for each try. */
  private void complain(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    if (!message.equals(trouble)) {
      LOG.warn("the lease cannot be read or written: {}", message);
      trouble = message;
    }
  }

  /** Tells what has become of us, and when to look whether the term is over. */
  private void announce() {
    lock.lock();
    try {
      Term now = candidate.term();
      if (now != announced) {
        if (announced != null) {
          listener.follows(announced.rest());
        }
        announced = now;
        if (now != null) {
          listener.leads(now);
        }
      }
      cancel(deadline);
      deadline = null;
      if (now != null && !closed) {
        deadline = time.schedule(now.end().minus(time.elapsed()), this::deadlinePassed);
      }
    } finally {
      lock.unlock();
    }
  }

  /** On the clock's own thread, since the one that talks to the server may be stuck. */
  private void deadlinePassed() {
    candidate.expire();
    announce();
  }

  private static void cancel(@Nullable Scheduled scheduled) {
    if (scheduled != null) {
      scheduled.cancel();
    }
  }
}
