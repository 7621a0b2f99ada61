package io.jopf.cause;

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
 * @param started when the first of them began
 * @param notBefore when the next may begin
 * @param failure message of a final failure, kept until the next success or change
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record HandlerRecord(
    Reason reason,
    @Nullable String handled,
    int attempts,
    @Nullable Instant started,
    @Nullable Instant notBefore,
    @Nullable String failure) {

  /** A handler that has dealt with an essence. */
  public static HandlerRecord succeeded(Reason reason, String handled) {
    return new HandlerRecord(reason, handled, 0, null, null, null);
  }

  /** A handler that has given an essence up. */
  public static HandlerRecord failed(Reason reason, String handled, String failure) {
    return new HandlerRecord(reason, handled, 0, null, null, failure);
  }

  /** The same handler, to be tried again. */
  public HandlerRecord retried(Reason why, Instant first, Instant next) {
    return new HandlerRecord(why, handled, attempts + 1, first, next, null);
  }

  /** The same handler without its unfinished attempts. */
  public HandlerRecord withoutAttempts() {
    return new HandlerRecord(reason, handled, 0, null, null, failure);
  }
}
