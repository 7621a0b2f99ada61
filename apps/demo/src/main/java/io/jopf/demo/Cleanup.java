package io.jopf.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Undoes what was done, last first, once. Closed by the end of the demo or by a shutdown hook,
 * whichever comes first; the other one waits for it.
 */
public final class Cleanup implements AutoCloseable {

  private final Deque<Runnable> actions = new ArrayDeque<>();
  private boolean closed;

  /**
   * Does something that has to be undone. A close waits for it, so that nothing slips through.
   *
   * @throws CancellationException without doing it, if closed
   */
  public synchronized <T> T acquire(Supplier<T> act, Consumer<? super T> undo) {
    if (closed) {
      throw new CancellationException("the demo is ending");
    }
    T made = act.get();
    actions.push(() -> undo.accept(made));
    return made;
  }

  /** Whether everything was undone, or is about to. */
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!actions.isEmpty()) {
      try {
        actions.pop().run();
      } catch (RuntimeException e) {
        System.err.println("warning: not all is cleaned up: " + e.getMessage());
      }
    }
  }
}
