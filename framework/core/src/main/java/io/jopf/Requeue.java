package io.jopf;

import java.time.Duration;

/**
 * Asks for another look at the object when no event will tell that there is something to do: a
 * deadline, or a second step that needs the first one stored. Not an error, and not counted as an
 * attempt; for those see {@link TemporaryException}. The earliest wish of a cycle counts.
 */
public interface Requeue {

  /**
   * Wants the handlers of the object run again, after what this cycle changes is written.
   *
   * @param delay how long from now; zero or negative means as soon as most of what else has changed
   *     has had its turn
   */
  void after(Duration delay);
}
