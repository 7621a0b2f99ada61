package io.jopf.invoke;

import io.jopf.Cancellation;
import io.jopf.ObjectKey;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The handlers of one kind that run at present: at most one for each object. */
public final class RunningCalls {

  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition none = lock.newCondition();
  private final Map<ObjectKey, RunningCall> running = new HashMap<>();
  private boolean closed;

  /** None yet. */
  public RunningCalls(Time time) {
    this.time = time;
  }

  /**
   * Calls a handler on this thread.
   *
   * @param key its object
   * @param name for the log
   * @param deadline when to interrupt it; null: never
   * @param endsWithObject whether it is interrupted when the object is to be deleted
   * @param late what came of it when the deadline has interrupted it
   * @param handler what to call; gets what it may ask whether to end
   * @return what came of it; null if it was not called: nothing may run any more, or it said so
   */
  public @Nullable Outcome call(
      ObjectKey key,
      String name,
      @Nullable Instant deadline,
      boolean endsWithObject,
      Outcome late,
      Function<RunningCall, @Nullable Outcome> handler) {
    RunningCall call = new RunningCall(name, time, deadline, endsWithObject);
    lock.lock();
    try {
      if (closed) {
        return null;
      }
      running.put(key, call);
    } finally {
      lock.unlock();
    }
    call.begin();
    Outcome outcome = null;
    boolean unnoticed;
    try {
      outcome = handler.apply(call);
    } finally {
      unnoticed = call.end();
      remove(key);
    }
    return outcome == null ? null : ended(call, outcome, late, unnoticed);
  }

  /**
   * Calls a part of a handler, on the same thread and within the handler's own call. An
   * interruption that was meant for the handler is passed on to it.
   *
   * @param outer the handler's call
   */
  public Outcome part(
      Cancellation outer,
      String name,
      @Nullable Instant deadline,
      Outcome late,
      Supplier<Outcome> part) {
    RunningCall call = new RunningCall(name, time, deadline, false);
    call.begin();
    Outcome outcome;
    boolean unnoticed = false;
    try {
      outcome = part.get();
    } finally {
      unnoticed = call.end();
    }
    if (!call.isCancelled() && outer.isCancelled()) {
      Thread.currentThread().interrupt();
      return unnoticed && outcome instanceof Outcome.Succeeded
          ? outcome
          : new Outcome.TryAgain(Duration.ZERO, "cancelled with its handler", false, null);
    }
    return ended(call, outcome, late, unnoticed);
  }

  private static Outcome ended(RunningCall call, Outcome outcome, Outcome late, boolean unnoticed) {
    Cancellation.Cause cause = call.cause().orElse(null);
    if (cause == Cancellation.Cause.TIMED_OUT) {
      return late;
    }
    boolean done = outcome instanceof Outcome.Succeeded && unnoticed;
    return cause == null || done
        ? outcome
        : new Outcome.TryAgain(Duration.ZERO, "cancelled: " + cause.text(), false, null);
  }

  private void remove(ObjectKey key) {
    lock.lock();
    try {
      running.remove(key);
      none.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** An object is to be deleted, or has gone. */
  public void objectDeleted(ObjectKey key) {
    RunningCall call = find(key);
    if (call != null) {
      call.objectDeleted();
    }
  }

  /** Whether a handler of the object runs. */
  public boolean isRunning(ObjectKey key) {
    return find(key) != null;
  }

  private @Nullable RunningCall find(ObjectKey key) {
    lock.lock();
    try {
      return running.get(key);
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts all and lets no other begin until {@link #open}. */
  public void cancelAll(Cancellation.Cause why) {
    List<RunningCall> all;
    lock.lock();
    try {
      closed = true;
      all = List.copyOf(running.values());
    } finally {
      lock.unlock();
    }
    all.forEach(call -> call.cancel(why));
  }

  /** Lets handlers run again. */
  public void open() {
    lock.lock();
    try {
      closed = false;
    } finally {
      lock.unlock();
    }
  }

  /** Whether one runs that is not known to ignore its interruption. */
  public boolean anyAwaited() {
    return all().stream().anyMatch(RunningCall::isAwaited);
  }

  /** The names of those that run. */
  public List<String> names() {
    return all().stream().map(RunningCall::toString).toList();
  }

  private List<RunningCall> all() {
    lock.lock();
    try {
      return List.copyOf(running.values());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until none runs.
   *
   * @param patience how long at most
   * @return whether none runs
   */
  public boolean awaitNone(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (!running.isEmpty() && left > 0) {
        left = none.awaitNanos(left);
      }
      return running.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
