package io.jopf.queue;

import io.jopf.time.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys to look at; see the package's contract and DESIGN.md beside it.
 *
 * @param <K> the keys
 */
public final class WorkQueue<K> {

  /** So many keys are served before one of those that come after them. */
  private static final int FRESH_IN_ROW = 8;

  private record Delayed(Duration due, Time.Scheduled handle) {}

  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final LinkedHashSet<K> ready = new LinkedHashSet<>();
  private final LinkedHashSet<K> begun = new LinkedHashSet<>();
  private final LinkedHashSet<K> backlog = new LinkedHashSet<>();
  private final Set<K> taken = new HashSet<>();
  private final Set<K> dirty = new HashSet<>();
  private final Set<K> unfinished = new HashSet<>();
  private final Map<K, Delayed> delayed = new HashMap<>();
  private int inRow;
  private boolean backlogNext;
  private boolean closed;
  private boolean paused;

  /** An empty queue whose delays run on the given clock. */
  public WorkQueue(Time time) {
    this.time = time;
  }

  /** Wants the key looked at as soon as possible. Does nothing once closed. */
  public void add(K key) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      cancelDelay(key);
      if (taken.contains(key)) {
        dirty.add(key);
      } else if (ready.add(key) && !begun.remove(key) && !backlog.remove(key)) {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Wants the key looked at when there is nothing newer to do: what was there before this process.
   * Does nothing once closed, or while the key is wanted anyway; a key that is out comes once more.
   */
  public void addBacklog(K key) {
    lock.lock();
    try {
      if (closed || ready.contains(key) || begun.contains(key)) {
        return;
      }
      cancelDelay(key);
      if (taken.contains(key)) {
        // its worker may have looked already at what has changed since
        dirty.add(key);
      } else if (backlog.add(key)) {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whoever has the key wants it once more, after what has changed and before the backlog. Does
   * nothing once closed.
   */
  public void addUnfinished(K key) {
    lock.lock();
    try {
      if (!closed && taken.contains(key)) {
        unfinished.add(key);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Wants the key looked at after a pause. The earliest wish counts. */
  public void addAfter(K key, Duration delay) {
    if (delay.isZero() || delay.isNegative()) {
      add(key);
      return;
    }
    lock.lock();
    try {
      if (closed || dirty.contains(key) || isWaiting(key)) {
        return;
      }
      Duration due = time.elapsed().plus(delay);
      Delayed waiting = delayed.get(key);
      if (waiting != null && waiting.due().compareTo(due) <= 0) {
        return;
      }
      cancelDelay(key);
      delayed.put(key, new Delayed(due, time.schedule(delay, () -> add(key))));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there is a key to {@link #poll}, unless somebody else is quicker.
   *
   * @return false once closed
   */
  public boolean awaitReady() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while ((noneWaits() || paused) && !closed) {
        changed.await();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a key: what has changed first, then what is not finished, then the backlog; but now and
   * then one of those that would have to wait.
   *
   * @return the key, to be given back with {@link #done}; null if there is none at present
   */
  public @Nullable K poll() {
    lock.lock();
    try {
      if (closed || paused || noneWaits()) {
        return null;
      }
      Set<K> from = next();
      K key = from.iterator().next();
      from.remove(key);
      taken.add(key);
      return key;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whoever has the key begins to look at what it stands for: that is what was wanted of it since
   * it was taken.
   */
  public void begin(K key) {
    lock.lock();
    try {
      dirty.remove(key);
    } finally {
      lock.unlock();
    }
  }

  /** Gives a key back. */
  public void done(K key) {
    lock.lock();
    try {
      taken.remove(key);
      boolean more = unfinished.remove(key);
      boolean news = dirty.remove(key);
      if (closed || (!more && !news)) {
        return;
      }
      if ((news ? ready : begun).add(key)) {
        cancelDelay(key);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a pending delay, for an object that is gone. */
  public void forget(K key) {
    lock.lock();
    try {
      cancelDelay(key);
    } finally {
      lock.unlock();
    }
  }

  /** Gives out nothing until {@link #resume}; what is wanted meanwhile waits. */
  public void pause() {
    lock.lock();
    try {
      paused = true;
    } finally {
      lock.unlock();
    }
  }

  /** Gives out keys again. */
  public void resume() {
    lock.lock();
    try {
      paused = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Gives out no more keys. Those that are out may still be given back. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      ready.clear();
      begun.clear();
      backlog.clear();
      dirty.clear();
      unfinished.clear();
      delayed.values().forEach(waiting -> waiting.handle().cancel());
      delayed.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether nobody works and nothing waits that could be taken; delays do not count. */
  public boolean idle() {
    lock.lock();
    try {
      return (noneWaits() || paused) && taken.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** How many keys wait to be taken. */
  public int depth() {
    lock.lock();
    try {
      return ready.size() + begun.size() + backlog.size() + dirty.size() + unfinished.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean noneWaits() {
    return ready.isEmpty() && begun.isEmpty() && backlog.isEmpty();
  }

  private boolean isWaiting(K key) {
    return ready.contains(key) || begun.contains(key) || backlog.contains(key);
  }

  /** Where the next key is; there is one. */
  private Set<K> next() {
    if (inRow >= FRESH_IN_ROW && !(begun.isEmpty() && backlog.isEmpty())) {
      inRow = 0;
      backlogNext = !backlog.isEmpty() && (begun.isEmpty() || ready.isEmpty() || !backlogNext);
      return backlogNext ? backlog : begun;
    }
    Set<K> first = ready.isEmpty() ? begun : ready;
    inRow = first.isEmpty() ? 0 : inRow + 1;
    return first.isEmpty() ? backlog : first;
  }

  private void cancelDelay(K key) {
    Delayed waiting = delayed.remove(key);
    if (waiting != null) {
      waiting.handle().cancel();
    }
  }
}
