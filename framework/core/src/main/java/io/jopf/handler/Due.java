package io.jopf.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.Diff;
import io.jopf.Reason;
import io.jopf.Retry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A handler whose turn it is.
 *
 * @param handler the handler
 * @param reason why
 * @param diff what has changed since it last dealt with the object, within its field
 * @param before the field, or the whole essence, as it last saw it; {@code NullNode} if never
 * @param after the same as it is now
 * @param retry which attempt this is
 */
public record Due(
    HandlerSpec handler, Reason reason, Diff diff, JsonNode before, JsonNode after, Retry retry) {

  /**
   * When its time is up, if it begins now; null: never.
   *
   * @param now the present moment; the time of a level-style handler is that of one run
   */
  public @Nullable Instant deadline(Instant now) {
    Duration timeout = options().timeout();
    Instant begin = timesOutByRun() ? now : retry.started();
    return timeout == null ? null : begin.plus(timeout);
  }

  /** Whether its timeout is that of one run, after which it runs again. */
  public boolean timesOutByRun() {
    return reason == Reason.RECONCILE || reason == Reason.TIMER;
  }

  /** Whether no attempt may begin at a moment any more. */
  public boolean isTooLate(Instant moment) {
    Instant deadline = deadline(moment);
    return deadline != null && moment.isAfter(deadline);
  }

  /** What to tell when its time is up. */
  public String timedOut() {
    Duration timeout = options().timeout();
    return "timed out" + (timeout == null ? "" : " after " + Durations.text(timeout));
  }

  /** How it runs. */
  public Options options() {
    return handler.options(reason);
  }
}
