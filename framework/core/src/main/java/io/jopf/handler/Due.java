package io.jopf.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.Diff;
import io.jopf.Reason;
import io.jopf.Retry;

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

  /** How it runs. */
  public Options options() {
    return handler.options(reason);
  }
}
