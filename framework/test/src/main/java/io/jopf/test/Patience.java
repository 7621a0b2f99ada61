package io.jopf.test;

import java.time.Duration;

/** How long tests wait in the machine's time before they give up. */
public final class Patience {

  /** The system property that sets it, in seconds. */
  static final String SETTING = "jopf.test.patience";

  private Patience() {}

  /**
   * How long to wait.
   *
   * @param usually unless it is set
   */
  public static Duration orUsually(Duration usually) {
    Long seconds = Long.getLong(SETTING);
    return seconds == null ? usually : Duration.ofSeconds(seconds);
  }
}
