package io.jopf.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.annotation.FieldValue;

/**
 * What a field's value has to be.
 *
 * @param text an exact text, {@link FieldValue#PRESENT} or {@link FieldValue#ABSENT}; empty:
 *     whatever it is. Numbers and truth values are compared as they are written in JSON
 */
record Expected(String text) {

  static final Expected ANYTHING = new Expected("");

  boolean isAnything() {
    return text.isEmpty();
  }

  boolean matches(JsonNode value) {
    boolean absent = value.isNull() || value.isMissingNode();
    return switch (text) {
      case "" -> true;
      case FieldValue.PRESENT -> !absent;
      case FieldValue.ABSENT -> absent;
      default -> value.isValueNode() && !absent && value.asText().equals(text);
    };
  }
}
