package io.jopf.jupyter.status;

import io.jopf.jupyter.api.Reasons;
import java.util.Set;

/** What a Data Manager shows its users of all the conditions. */
public enum Phase {
  /** It takes its time, or waits for something. */
  PENDING,
  /** The server answers. */
  RUNNING,
  /** The image cannot be pulled. */
  IMAGE_PULL_BACKOFF,
  /** The server does not stay up. */
  CRASH_LOOP_BACKOFF,
  /** Somebody has to do something first. */
  FAILED,
  /** It was stopped. */
  COMPLETED;

  private static final Set<String> CRASHES =
      Set.of(Reasons.CRASH_LOOP, Reasons.OUT_OF_MEMORY, Reasons.CONTAINER_REFUSED);

  static Phase of(Verdict accepted, Verdict made, Verdict available) {
    String reason = available.reason();
    if (isYes(available)) {
      return RUNNING;
    }
    if (isNo(accepted) || isNo(made)) {
      return FAILED;
    }
    if (reason.equals(Reasons.STOPPED)) {
      return COMPLETED;
    }
    if (reason.equals(Reasons.IMAGE_PULL)) {
      return IMAGE_PULL_BACKOFF;
    }
    return CRASHES.contains(reason) ? CRASH_LOOP_BACKOFF : PENDING;
  }

  private static boolean isYes(Verdict verdict) {
    return "True".equals(verdict.status());
  }

  private static boolean isNo(Verdict verdict) {
    return "False".equals(verdict.status());
  }
}
