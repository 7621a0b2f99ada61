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

  /** The annotation by whose change a user asks for another try of what has failed for good. */
  public static final String RETRY = "jopf.io/retry";

  /** The annotation that holds the state. */
  public String state() {
    return operator + ".jopf.io/state";
  }

  /** The type of the condition that says whether handlers have given the object up. */
  public String failed() {
    return operator + ".jopf.io/Failed";
  }

  /** The finalizer. */
  public String finalizer() {
    return operator + ".jopf.io/finalizer";
  }
}
