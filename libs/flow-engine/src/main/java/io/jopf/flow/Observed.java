package io.jopf.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of the job of a step's latest attempt now.
 *
 * @param phase what the job shows
 * @param attempt which attempt it is, from 1; 0 if there is no job
 * @param started when it started, null if unknown or not started
 * @param finished when it finished, null if unknown or not finished
 * @param reason one machine-readable word, null if there is nothing to tell
 * @param message for people, null if there is nothing to tell
 */
public record Observed(
    Phase phase,
    int attempt,
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
    /** There is no job, and it can never be made. */
    REFUSED,
    /** There is a job, and nothing of it has begun to run. */
    PENDING,
    /** There is a job that has not finished. */
    ACTIVE,
    /** The job completed. */
    SUCCEEDED,
    /** The job failed. */
    FAILED;

    /** Whether there is a job that has not finished. */
    public boolean unfinished() {
      return this == PENDING || this == ACTIVE;
    }

    /** Whether there is a job that has finished. */
    public boolean finished() {
      return this == SUCCEEDED || this == FAILED;
    }
  }

  private static final Observed NOTHING = new Observed(Phase.NONE, 0, null, null, null, null);

  /** No job. */
  public static Observed none() {
    return NOTHING;
  }

  /** No job, and for the given reason none can be made yet. */
  public static Observed held(String reason, String message) {
    return new Observed(Phase.HELD, 0, null, null, reason, message);
  }

  /** No job, and for the given reason none can ever be made. */
  public static Observed refused(String reason, String message) {
    return new Observed(Phase.REFUSED, 0, null, null, reason, message);
  }

  /** A first attempt that has not finished. */
  public static Observed active(@Nullable Instant started) {
    return new Observed(Phase.ACTIVE, 1, started, null, null, null);
  }

  /** A first attempt that completed. */
  public static Observed succeeded(@Nullable Instant started, @Nullable Instant finished) {
    return new Observed(Phase.SUCCEEDED, 1, started, finished, null, null);
  }

  /** A first attempt that failed. */
  public static Observed failed(
      @Nullable Instant started, @Nullable Instant finished, String reason, String message) {
    return new Observed(Phase.FAILED, 1, started, finished, reason, message);
  }

  /** The same of another attempt. */
  public Observed attempt(int number) {
    return new Observed(phase, number, started, finished, reason, message);
  }

  /** The same in another phase. */
  public Observed phase(Phase other) {
    return new Observed(other, attempt, started, finished, reason, message);
  }
}
