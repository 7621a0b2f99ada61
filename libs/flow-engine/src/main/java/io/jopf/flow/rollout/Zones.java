package io.jopf.flow.rollout;

/** In what order the zones of nodes have their turn. */
public enum Zones {
  /** It does not matter where a node is. */
  ANY,
  /** A node of each zone, then another one of each. */
  SPREAD,
  /** No node of a zone begins before those of the zones before it are done. */
  ONE_BY_ONE
}
