package io.jopf.leader;

import io.jopf.client.Fence;
import java.time.Duration;

/** Is told when this process begins and ceases to lead. Must be quick and not fail. */
public interface LeaderListener {

  /**
   * This process leads.
   *
   * @param term holds as long as it may act; never again after that
   */
  void leads(Fence term);

  /**
   * This process does not lead any more: nothing may begin, what runs has to end.
   *
   * @param rest how long nobody else leads yet; zero: somebody may do so already
   */
  void follows(Duration rest);

  /**
   * Whether all that ran in earlier terms has ended, or has been given up. This process does not
   * begin to lead before.
   */
  boolean hasEnded();
}
