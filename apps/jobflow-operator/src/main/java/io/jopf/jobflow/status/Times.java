package io.jopf.jobflow.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as a status holds them: RFC 3339 in UTC. */
public final class Times {

  private Times() {}

  /** As it is written; null stays null. */
  public static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
