package io.jopf.flow;

/** How many of its dependencies a step waits for. */
public enum Trigger {
  /** All of them. */
  ALL,
  /** The first one. */
  ANY
}
