package io.jopf.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a step's job now.
 *
 * @param phase what the job shows
 * @param started when it started, null if unknown or not started
 * @param finished when it finished, null if unknown or not finished
 * @param reason one machine-readable word, null if there is nothing to tell
 * @param message for people, null if there is nothing to tell
 */
public record Observed(
    Phase phase,
    @Nullable Instant started,
    @Nullable Instant finished,
    @Nullable String reason,
    @Nullable String message) {

  /** What a job shows. */
  public enum Phase {
    /** There is no job. */
    NONE,
    /** There is no job, and it cannot be made for the time being. */
    HELD,
    /** There is a job that has not finished. */
    ACTIVE,
    /** The job completed. */
    SUCCEEDED,
    /** The job failed, or can never be made. */
    FAILED
  }

  private static final Observed NOTHING = new Observed(Phase.NONE, null, null, null, null);

  /** No job. */
  public static Observed none() {
    return NOTHING;
  }

  /** No job, and for the given reason none can be made yet. */
  public static Observed held(String reason, String message) {
    return new Observed(Phase.HELD, null, null, reason, message);
  }

  /** A job that has not finished. */
  public static Observed active(@Nullable Instant started) {
    return new Observed(Phase.ACTIVE, started, null, null, null);
  }

  /** A job that completed. */
  public static Observed succeeded(@Nullable Instant started, @Nullable Instant finished) {
    return new Observed(Phase.SUCCEEDED, started, finished, null, null);
  }

  /** A job that failed, or can never be made. */
  public static Observed failed(
      @Nullable Instant started, @Nullable Instant finished, String reason, String message) {
    return new Observed(Phase.FAILED, started, finished, reason, message);
  }
}
