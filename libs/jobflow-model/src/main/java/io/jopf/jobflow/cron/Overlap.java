package io.jopf.jobflow.cron;

import org.jspecify.annotations.Nullable;

/** What happens when a run is due and an earlier one goes on. */
public enum Overlap {
  /** Both run. */
  ALLOW,
  /** The new one waits, as long as it may be late. */
  FORBID,
  /** The new one takes the place of the others. */
  REPLACE;

  /** That of a spec; null is the usual one. */
  public static Overlap of(@Nullable String policy, Overlap usual) {
    return policy == null
        ? usual
        : switch (policy) {
          case "Forbid" -> FORBID;
          case "Replace" -> REPLACE;
          default -> ALLOW;
        };
  }
}
