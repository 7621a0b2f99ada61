package io.jopf.cause;

/** Where in its life an object stands, seen from this operator. */
public enum Phase {
  /** Not handled yet. */
  CREATING,
  /** Handled before. */
  LIVING,
  /** To be deleted, and it waits for us. */
  DELETING,
  /** To be deleted, and it does not wait for us. */
  RELEASED
}
