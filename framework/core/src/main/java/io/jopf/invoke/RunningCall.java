package io.jopf.invoke;

import io.jopf.Cancellation;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a handler, on the thread that made this. The lock makes sure that no interruption
 * arrives after the call: it would hit whatever the thread does next.
 */
public final class RunningCall implements Cancellation {

  private static final Logger LOG = LoggerFactory.getLogger(RunningCall.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private final Time time;
  private final @Nullable Duration end;
  private final boolean endsWithObject;
  private final Thread thread = Thread.currentThread();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Cause cause;
  private boolean ended;
  private boolean givenUp;
  private Time.@Nullable Scheduled alarm;
  private Time.@Nullable Scheduled reminder;

  RunningCall(String name, Time time, @Nullable Instant deadline, boolean endsWithObject) {
    this.name = name;
    this.time = time;
    // from here on the clock may be set as anybody likes
    this.end =
        deadline == null ? null : time.elapsed().plus(Duration.between(time.now(), deadline));
    this.endsWithObject = endsWithObject;
  }

  /** Sets the alarm, if there is a deadline. */
  void begin() {
    if (end != null) {
      alarm = time.schedule(end.minus(time.elapsed()), () -> cancel(Cause.TIMED_OUT));
    }
  }

  /** Wants the call to end. The first cause counts; every one interrupts. */
  void cancel(Cause why) {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      if (cause == null) {
        cause = why;
        reminder = time.schedule(PATIENCE, this::remind);
      }
      LOG.info("{} is interrupted: {}", name, why.text());
      thread.interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Its object is to be deleted, or has gone. */
  void objectDeleted() {
    if (endsWithObject) {
      cancel(Cause.OBJECT_DELETED);
    }
  }

  private void remind() {
    lock.lock();
    try {
      if (!ended) {
        givenUp = true;
        LOG.warn("{} ignores its interruption and keeps its worker, see {}", name, where());
      }
    } finally {
      lock.unlock();
    }
  }

  private String where() {
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length == 0 ? thread.getName() : stack[0].toString();
  }

  /**
   * The call has ended. Clears the thread's interruption, whoever caused it.
   *
   * @return whether the call ended without having noticed that it was interrupted
   */
  boolean end() {
    lock.lock();
    try {
      ended = true;
      if (alarm != null) {
        alarm.cancel();
      }
      if (reminder != null) {
        reminder.cancel();
      }
      return Thread.interrupted();
    } finally {
      lock.unlock();
    }
  }

  /** Whether it may be expected to end soon once it is cancelled. */
  boolean isAwaited() {
    lock.lock();
    try {
      return !ended && !givenUp;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public boolean isCancelled() {
    return cause().isPresent();
  }

  @Override
  public Optional<Cause> cause() {
    lock.lock();
    try {
      return Optional.ofNullable(cause);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Duration> remaining() {
    if (end == null) {
      return Optional.empty();
    }
    Duration left = end.minus(time.elapsed());
    return Optional.of(left.isNegative() ? Duration.ZERO : left);
  }
}
