package io.jopf.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Marks;
import io.jopf.cause.Situation;
import io.jopf.handler.HandlerSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user's wish that what has failed for good be tried again: a new value of an annotation. */
final class AnotherTry {

  private AnotherTry() {}

  /**
   * The state in which failed handlers begin anew, if the object carries a wish not seen before.
   *
   * @param handlers the kind's cause-style handlers
   */
  static HandlingState of(Situation situation, List<HandlerSpec> handlers, Instant now) {
    HandlingState state = situation.stored();
    JsonNode wish = situation.object().path("metadata").path("annotations").path(Marks.RETRY);
    if (!wish.isTextual() || wish.asText().equals(state.retry())) {
      return state;
    }
    Map<String, HandlerRecord> records = new TreeMap<>(state.handlers());
    for (HandlerSpec handler : handlers) {
      records.computeIfPresent(
          handler.id(),
          (id, known) ->
              known.failure() == null || hasChanged(handler, known, situation)
                  ? known
                  : known.again(now));
    }
    return state.records(records, state.subs()).asked(wish.asText());
  }

  /**
   * Whether what a handler has given up has changed since: then it is told of that change, and what
   * it had dealt with before the failure may be just what the object asks for again.
   */
  private static boolean hasChanged(HandlerSpec handler, HandlerRecord known, Situation situation) {
    String handled = known.handled();
    ObjectNode gaveUp = handled == null ? null : situation.stored().essences().get(handled);
    if (gaveUp == null || known.reason() != Reason.UPDATE || !handler.runsOn(Reason.UPDATE)) {
      return false;
    }
    List<String> field = handler.options(Reason.UPDATE).field();
    return !Essence.view(gaveUp, field).equals(Essence.view(situation.essence().fields(), field));
  }
}
