package io.jopf.daemon;

import io.jopf.StopReason;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One daemon of one object, from its start to its end; see DESIGN.md beside it. */
final class DaemonRun {

  private static final Logger LOG = LoggerFactory.getLogger(DaemonRun.class);

  private enum State {
    WAITING,
    RUNNING,
    STOPPING,
    ABANDONED,
    STOPPED,
    FINISHED
  }

  private final String name;
  private final Ending ending;
  private final DaemonWork work;
  private final Time time;
  private final ThreadFactory threads;
  private final Runnable ended;
  private final ReentrantLock lock = new ReentrantLock();
  private State state = State.WAITING;
  private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
  private Time.@Nullable Scheduled alarm;

  /** When it is to be interrupted, once it was told to stop; afterwards zero. */
  private Duration interruption = Duration.ZERO;

  /**
   * A daemon that has not begun.
   *
   * @param ended told when nothing has to wait for it any more, and when its thread has ended
   */
  DaemonRun(
      String name,
      Ending ending,
      DaemonWork work,
      Time time,
      ThreadFactory threads,
      Runnable ended) {
    this.name = name;
    this.ending = ending;
    this.work = work;
    this.time = time;
    this.threads = threads;
    this.ended = ended;
  }

  void begin() {
    Duration delay = ending.initialDelay();
    lock.lock();
    try {
      if (state == State.WAITING && !delay.isZero()) {
        alarm = time.schedule(delay, this::launch);
        return;
      }
    } finally {
      lock.unlock();
    }
    launch();
  }

  private void launch() {
    lock.lock();
    try {
      if (state == State.WAITING) {
        state = State.RUNNING;
        threads.newThread(this::run).start();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      work.run();
    } finally {
      lock.lock();
      try {
        silence();
        // one that was told to stop and ends is welcome again, one that ended alone is not
        state = state == State.RUNNING ? State.FINISHED : State.STOPPED;
      } finally {
        lock.unlock();
      }
      end.complete(null);
      ended.run();
    }
  }

  /** Tells it to stop; what follows happens by itself. */
  void stop(StopReason reason) {
    stop(reason, ending.backoff());
  }

  /**
   * Tells it to stop when there is little time, be it for the second time.
   *
   * @param most how long before it is interrupted, if that is less than it may ask for
   */
  void stop(StopReason reason, Duration most) {
    Duration patience = most.compareTo(ending.backoff()) < 0 ? most : ending.backoff();
    Duration at = time.elapsed().plus(patience);
    lock.lock();
    try {
      if (state == State.WAITING) {
        silence();
        state = State.STOPPED;
        end.complete(null);
      } else if (state == State.RUNNING
          || (state == State.STOPPING && at.compareTo(interruption) < 0)) {
        silence();
        state = State.STOPPING;
        interruption = at;
        alarm = time.schedule(patience, this::cancel);
      }
    } finally {
      lock.unlock();
    }
    work.stop(reason);
  }

  private void cancel() {
    lock.lock();
    try {
      if (state != State.STOPPING || interruption.isZero()) {
        return;
      }
      interruption = Duration.ZERO;
      alarm = time.schedule(ending.timeout(), this::abandon);
    } finally {
      lock.unlock();
    }
    work.interrupt();
  }

  private void abandon() {
    lock.lock();
    try {
      if (state != State.STOPPING) {
        return;
      }
      state = State.ABANDONED;
    } finally {
      lock.unlock();
    }
    LOG.warn("daemon {} does not end though it was interrupted: no longer waited for", name);
    ended.run();
  }

  /** Completes when its thread has ended. */
  CompletableFuture<@Nullable Void> end() {
    return end;
  }

  /** How long it has after it was told to stop before it is interrupted. */
  Duration patience() {
    return ending.backoff();
  }

  /** Interrupts it ahead of time. */
  void interrupt() {
    work.interrupt();
  }

  /** Whether a deletion has to wait for it. */
  boolean isAwaited() {
    return is(State.RUNNING) || is(State.STOPPING);
  }

  /** Whether it has ended because it was told to, so that a new one may begin. */
  boolean isStopped() {
    return is(State.STOPPED);
  }

  private boolean is(State wanted) {
    lock.lock();
    try {
      return state == wanted;
    } finally {
      lock.unlock();
    }
  }

  private void silence() {
    Time.Scheduled pending = alarm;
    alarm = null;
    if (pending != null) {
      pending.cancel();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
