package io.jopf.time;

import java.time.Duration;
import java.time.Instant;

/** The clock that everything in an operator reads and waits on. */
public interface Time {

  /** The present moment, for what is stored or shown. */
  Instant now();

  /**
   * How long it is since some fixed moment: for measuring, since it never jumps, however the clock
   * is set.
   */
  default Duration elapsed() {
    return Duration.between(Instant.EPOCH, now());
  }

  /**
   * Runs a task once, later.
   *
   * @param delay how long to wait; zero or negative means as soon as possible
   * @param task what to do; must not block
   * @return a handle that can call it off
   */
  Scheduled schedule(Duration delay, Runnable task);

  /** Something that is going to happen. */
  interface Scheduled {
    /**
     * Calls the task off.
     *
     * @return true if it had not started yet and now never will
     */
    boolean cancel();
  }
}
