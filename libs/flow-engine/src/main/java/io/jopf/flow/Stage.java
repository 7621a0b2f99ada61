package io.jopf.flow;

/** The parts of a flow, one after the other. */
public enum Stage {
  /** The flow itself. */
  MAIN,
  /** What runs only after the flow itself failed. */
  ERROR,
  /** What runs at the end whatever happened, unless the flow was cancelled outright. */
  FINALLY
}
