package io.jopf.event;

/** Where events are kept. Takes as long as it takes, throws nothing. */
interface EventStore {

  /** Whether it is there now. */
  boolean create(Series series);

  /** Whether it is there and says how often; it is not when it is too old for the cluster. */
  boolean update(Series series);
}
