package io.jopf.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/**
 * One call of one handler.
 *
 * @param object the object's name
 * @param handler the handler's id
 * @param text what else is known of it, in one line that is the same for the same call
 * @param begun the line that was written when it began
 * @param ended whether it has come to an end
 */
record Call(String object, String handler, String text, JsonNode begun, boolean ended) {

  static final String CUT_OFF = "was cut off";

  static Call of(JsonNode begun, String outcome) {
    StringBuilder text = new StringBuilder();
    if (begun.has("reason")) {
      text.append(begun.path("reason").asText()).append(' ');
    }
    if (begun.path("retry").asInt() > 0) {
      text.append("retry ").append(begun.path("retry").asInt()).append(' ');
    }
    text.append(outcome);
    if (begun.has("diff")) {
      text.append(": ").append(value(begun, "old")).append(" -> ").append(value(begun, "new"));
      text.append(" by ").append(begun.path("diff"));
    }
    return new Call(
        begun.path("object").asText(),
        begun.path("handler").asText(),
        text.toString(),
        begun,
        !outcome.equals(CUT_OFF));
  }

  private static JsonNode value(JsonNode begun, String side) {
    return begun.hasNonNull(side) ? begun.path(side) : NullNode.getInstance();
  }

  boolean is(String name, String id) {
    return object.equals(name) && handler.equals(id);
  }
}
