package io.jopf.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlingState;
import java.util.List;

/** What a handler has seen of an object, and what it would see now. */
record Seen(HandlingState state, Essence essence) {

  /** Whether the handler has dealt with the object as it is. */
  boolean isPresent(HandlerSpec handler) {
    return essence.hash().equals(state.handledBy(handler.id()));
  }

  /** The field as the handler last saw it; {@code NullNode} if never. */
  JsonNode before(HandlerSpec handler, List<String> field) {
    String handled = state.handledBy(handler.id());
    ObjectNode last = handled == null ? null : state.essences().get(handled);
    return last == null ? NullNode.getInstance() : Essence.view(last, field);
  }

  /** The field as it is. */
  JsonNode now(List<String> field) {
    return Essence.view(essence.fields(), field);
  }
}
