package io.jopf.jobflow.cron;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a schedule.
 *
 * @param name of the object
 * @param due the time it was started for
 * @param phase how it stands
 * @param ended when it ended, null while it goes on
 */
public record Run(String name, Instant due, Phase phase, @Nullable Instant ended) {

  /** How a run stands. */
  public enum Phase {
    /** It goes on. */
    ACTIVE,
    /** It has succeeded. */
    SUCCEEDED,
    /** It has ended in any other way. */
    FAILED
  }

  /** Whether it goes on. */
  public boolean active() {
    return phase == Phase.ACTIVE;
  }
}
