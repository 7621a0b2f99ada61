package io.jopf.jupyter.life;

import java.time.Instant;

/**
 * What a server does.
 *
 * @param use how it is used
 * @param last when something was done for the last time, as far as was asked
 */
public record Activity(Use use, Instant last) {

  /** How a server is used. */
  public enum Use {
    /** Something was done not long ago. */
    ACTIVE,
    /** A kernel computes. */
    BUSY,
    /** Somebody has a kernel or a terminal open. */
    CONNECTED,
    /** None of this. */
    IDLE
  }
}
