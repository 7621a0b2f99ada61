package io.jopf.cause;

import java.util.Set;

/**
 * The names under which one operator marks objects. Two operators with different names never touch
 * each other's marks.
 *
 * @param operator the operator's name: a DNS label
 * @param inherited finalizers of predecessors, which hold a deletion as ours does
 */
public record Marks(String operator, Set<String> inherited) {

  /** Those of an operator without predecessors. */
  public Marks(String operator) {
    this(operator, Set.of());
  }

  /** The annotation that holds the state. */
  public String state() {
    return operator + ".jopf.io/state";
  }

  /** The finalizer. */
  public String finalizer() {
    return operator + ".jopf.io/finalizer";
  }
}
