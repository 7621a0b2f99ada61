package io.jopf.cause;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.jopf.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about one handler of one object.
 *
 * @param reason why it last ran
 * @param handled hash of the essence it has dealt with; null: the same as the object's baseline
 * @param attempts failed attempts since the last success
 * @param troubles calls that failed through no fault of the handler; they only lengthen the pauses
 * @param started when the first of them all began; null: nothing is being tried
 * @param notBefore when the next may begin
 * @param failure message of a final failure, kept until the next success or change
 * @param before hash of what it had dealt with before the failure, for another try; null: nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true) // a later version may have added some
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record HandlerRecord(
    Reason reason,
    @Nullable String handled,
    int attempts,
    int troubles,
    @Nullable Instant started,
    @Nullable Instant notBefore,
    @Nullable String failure,
    @Nullable String before) {

  /** A handler that has not given up. */
  public HandlerRecord(
      Reason reason,
      @Nullable String handled,
      int attempts,
      int troubles,
      @Nullable Instant started,
      @Nullable Instant notBefore,
      @Nullable String failure) {
    this(reason, handled, attempts, troubles, started, notBefore, failure, null);
  }

  /** A handler that has given an essence up, and of which nothing earlier is known. */
  public static HandlerRecord failed(Reason reason, String handled, String failure) {
    return failed(reason, handled, failure, null);
  }

  /** A handler that has dealt with an essence. */
  public static HandlerRecord succeeded(Reason reason, String handled) {
    return new HandlerRecord(reason, handled, 0, 0, null, null, null, null);
  }

  /** A handler of which nothing is known. */
  public static HandlerRecord unknown(Reason reason) {
    return new HandlerRecord(reason, null, 0, 0, null, null, null, null);
  }

  /**
   * A handler that has given an essence up.
   *
   * @param before what it had dealt with before; null: nothing
   */
  public static HandlerRecord failed(
      Reason reason, String handled, String failure, @Nullable String before) {
    return new HandlerRecord(reason, handled, 0, 0, null, null, failure, before);
  }

  /**
   * The same handler, to be tried again.
   *
   * @param counts whether the call was an attempt of the handler
   */
  public HandlerRecord retried(Reason why, boolean counts, Instant first, Instant next) {
    return new HandlerRecord(
        why,
        handled,
        attempts + (counts ? 1 : 0),
        troubles + (counts ? 0 : 1),
        first,
        next,
        null,
        null);
  }

  /**
   * The same handler as it was before it gave up, to begin at once. One that has given up resuming
   * an object had dealt with it.
   */
  public HandlerRecord again(Instant now) {
    String dealtWith = reason == Reason.RESUME ? handled : before;
    return new HandlerRecord(reason, dealtWith, 0, 0, now, null, null, null);
  }

  /** Whether the handler has begun something and not ended it. */
  public boolean unfinished() {
    return started != null;
  }

  /** How often it has been called in vain, for the length of the next pause. */
  public int calls() {
    return attempts + troubles;
  }

  /** The same handler without its unfinished attempts. */
  public HandlerRecord withoutAttempts() {
    return new HandlerRecord(reason, handled, 0, 0, null, null, failure, before);
  }
}
