package io.jopf;

/**
 * A bean of an application that works on what it has learned from a change, on threads of its own.
 * It is asked where it matters whether the operator has anything left to do, as in tests that wait.
 */
public interface WorkAside {

  /**
   * Whether it does nothing and nothing waits for it; what is to happen at a later time is not
   * meant.
   */
  boolean isIdle();
}
