package io.jopf.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Marks;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A user's wish that what has failed for good be tried again: a new value of an annotation. */
final class AnotherTry {

  private AnotherTry() {}

  /**
   * The state in which failed handlers begin anew, if the object carries a wish not seen before.
   */
  static HandlingState of(ObjectNode object, HandlingState state, Instant now) {
    JsonNode wish = object.path("metadata").path("annotations").path(Marks.RETRY);
    if (!wish.isTextual() || wish.asText().equals(state.retry())) {
      return state;
    }
    Map<String, HandlerRecord> handlers = new TreeMap<>(state.handlers());
    handlers.replaceAll((id, known) -> known.failure() == null ? known : known.again(now));
    return state.records(handlers, state.subs()).asked(wish.asText());
  }
}
