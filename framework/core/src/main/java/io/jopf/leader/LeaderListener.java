package io.jopf.leader;

import io.jopf.client.Fence;

/** Is told when this process begins and ceases to lead. Must be quick and not fail. */
public interface LeaderListener {

  /**
   * This process leads.
   *
   * @param term holds as long as it may act; never again after that
   */
  void leads(Fence term);

  /** This process does not lead any more: nothing may begin, what runs has to end. */
  void follows();
}
