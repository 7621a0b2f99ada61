package io.jopf.metrics;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Is told what an operator does. Must be quick. */
public interface Observer {

  /**
   * A kind begins to be handled.
   *
   * @param kind such as {@code jobs.batch}
   * @param waiting how many of its objects wait for a worker at present
   */
  void handles(String kind, IntSupplier waiting);

  /**
   * A handler has run.
   *
   * @param outcome {@code succeeded}, {@code retried} or {@code failed}
   */
  void ran(String kind, String handler, String reason, String outcome, Duration took);

  /**
   * An event was not posted.
   *
   * @param why {@code queue} or {@code rate}
   */
  default void eventDropped(String why) {}
}
