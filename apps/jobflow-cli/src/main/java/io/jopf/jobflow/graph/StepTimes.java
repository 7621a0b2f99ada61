package io.jopf.jobflow.graph;

import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.job.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the times in a status. */
public final class StepTimes {

  private StepTimes() {}

  /** How long a step's last attempt has run until its end, or now; null if it has not started. */
  public static @Nullable Duration took(StepEntry entry, Instant now) {
    Instant start = Timestamp.read(entry.startTime());
    if (start == null) {
      return null;
    }
    Instant end = Timestamp.read(entry.finishTime());
    // between two attempts the end is that of the one before
    Instant until = end == null || end.isBefore(start) ? now : end;
    return until.isBefore(start) ? Duration.ZERO : Duration.between(start, until);
  }
}
