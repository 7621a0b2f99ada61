package io.jopf.client;

/**
 * Says whether we may still write. Asked before every write and after every handler: a process that
 * has lost its lease, or hears nothing from the server that could tell it, must not disturb its
 * successor.
 */
@FunctionalInterface
public interface Fence {

  /** For an operator that has no rival. */
  Fence NONE = () -> true;

  /** Whether writing is allowed at this moment. Quick, asks nobody. */
  boolean holds();

  /**
   * Goes on only if writing is allowed.
   *
   * @throws FencedException if it is not
   */
  default void check() {
    if (!holds()) {
      throw new FencedException();
    }
  }
}
