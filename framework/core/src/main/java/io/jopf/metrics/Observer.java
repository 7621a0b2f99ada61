package io.jopf.metrics;

import io.jopf.ObjectKey;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Is told what an operator does; every bean of this type is. Must be quick. */
public interface Observer {

  /**
   * A kind begins to be handled.
   *
   * @param kind such as {@code jobs.batch}
   * @param waiting how many of its objects wait for a worker at present
   */
  default void handles(String kind, IntSupplier waiting) {}

  /** A handler has run. */
  default void ran(HandlerRun run) {}

  /**
   * Something was written for an object: itself, or a child.
   *
   * @param what such as {@code status}
   * @param answer {@code ok}, or what the API server said instead
   */
  default void wrote(String kind, ObjectKey object, String what, String answer) {}

  /**
   * An object will be looked at again though nothing may have changed by then.
   *
   * @param why it cannot be handled now; empty if a handler wants it
   */
  default void waits(String kind, ObjectKey object, Duration pause, String why) {}

  /**
   * There is an election.
   *
   * @param leads whether this process leads at present
   */
  default void mayLead(BooleanSupplier leads) {}

  /** This process begins to lead. */
  default void leads() {}

  /**
   * An event was not posted.
   *
   * @param why {@code queue} or {@code rate}
   */
  default void eventDropped(String why) {}

  /**
   * Something begins to be watched.
   *
   * @param stream a kind and perhaps a selector
   * @param silence how long nothing has been heard of it
   * @param lists how often all of it was listed
   * @param restarts how often a connection was given up because nothing was heard
   */
  default void watches(
      String stream, Supplier<Duration> silence, LongSupplier lists, LongSupplier restarts) {}
}
