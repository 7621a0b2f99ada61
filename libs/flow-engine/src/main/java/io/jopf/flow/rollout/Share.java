package io.jopf.flow.rollout;

/**
 * A number of nodes, or a part of all of them.
 *
 * @param amount of nodes, or percent; not negative
 * @param percent which of the two
 */
public record Share(int amount, boolean percent) {
  private static final int WHOLE = 100;

  /** All nodes. */
  public static Share all() {
    return new Share(WHOLE, true);
  }

  /** So many nodes. */
  public static Share of(int nodes) {
    return new Share(nodes, false);
  }

  /** A part of all nodes. */
  public static Share percent(int percent) {
    return new Share(percent, true);
  }

  /**
   * How many nodes that is out of so many; rounded down, so that it is never more than was said.
   */
  public int count(int total) {
    return percent ? (int) ((long) total * amount / WHOLE) : amount;
  }

  /** The same, but at least one. */
  public int atLeastOne(int total) {
    return Math.max(1, count(total));
  }
}
