package io.jopf.cause;

/**
 * The names under which one operator marks objects. Two operators with different names never touch
 * each other's marks.
 *
 * @param operator the operator's name: a DNS label
 */
public record Marks(String operator) {

  /** The annotation that holds the state. */
  public String state() {
    return operator + ".jopf.io/state";
  }

  /** The finalizer. */
  public String finalizer() {
    return operator + ".jopf.io/finalizer";
  }
}
