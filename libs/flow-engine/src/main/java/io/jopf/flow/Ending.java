package io.jopf.flow;

/** Why a flow ends before its time. The first one of a run stays, but for a cancellation. */
public enum Ending {
  /** It does not. */
  NONE("", Reasons.PROGRESSING),
  /** Nothing new starts, what runs is followed to its end, the final steps run. */
  STOP("Stop", Reasons.STOPPED),
  /** What runs is stopped, and nothing more starts. */
  CANCEL("Cancel", Reasons.CANCELLED),
  /** What runs is stopped, the final steps run. */
  CANCEL_RUN_FINALLY("CancelRunFinally", Reasons.CANCELLED),
  /** Its time is up: what runs is stopped, the final steps run. */
  DEADLINE("Deadline", Reasons.DEADLINE_EXCEEDED);

  private final String text;
  private final String reason;

  Ending(String text, String reason) {
    this.text = text;
    this.reason = reason;
  }

  /** The word shown in a status and used to ask for it; empty for none. */
  public String text() {
    return text;
  }

  /** The ending shown as {@code text}; none for any other word. */
  public static Ending fromText(String text) {
    for (Ending ending : values()) {
      if (ending.text.equals(text)) {
        return ending;
      }
    }
    return NONE;
  }

  String reason() {
    return reason;
  }

  boolean stopsJobs() {
    return this != NONE && this != STOP;
  }
}
