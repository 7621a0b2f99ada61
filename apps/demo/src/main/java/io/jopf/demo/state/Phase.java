package io.jopf.demo.state;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a step of a flow, or a node of a DaemonJob, stands. */
public enum Phase {
  /** May start later. */
  WAITING,
  /** Needs a step that does not exist. */
  BLOCKED,
  /** Its job runs. */
  RUNNING,
  /** Its job succeeded. */
  SUCCEEDED,
  /** Its job failed. */
  FAILED,
  /** Will not start. */
  SKIPPED;

  /** The word in a status; anything unknown is waiting. */
  static Phase of(@Nullable String text) {
    for (Phase phase : values()) {
      if (phase.text().equals(text)) {
        return phase;
      }
    }
    return WAITING;
  }

  /** As in a status. */
  public String text() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more will happen. */
  public boolean isOver() {
    return this != WAITING && this != RUNNING;
  }
}
