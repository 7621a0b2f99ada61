package io.jopf.jobflow.graph;

import io.jopf.jobflow.api.StepEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the times in a status. */
public final class StepTimes {

  private StepTimes() {}

  /** How long a step's last attempt has run until its end, or now; null if it has not started. */
  public static @Nullable Duration took(StepEntry entry, Instant now) {
    Instant start = time(entry.startTime());
    if (start == null) {
      return null;
    }
    Instant end = time(entry.finishTime());
    // between two attempts the end is that of the one before
    Instant until = end == null || end.isBefore(start) ? now : end;
    return until.isBefore(start) ? Duration.ZERO : Duration.between(start, until);
  }

  /** An instant; null if it is none. */
  public static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
