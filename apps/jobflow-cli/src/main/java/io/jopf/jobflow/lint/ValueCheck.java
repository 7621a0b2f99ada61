package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * What a schema says of one text or number.
 *
 * @param schema of the value
 * @param error takes the rule that is broken and what to tell
 */
record ValueCheck(JsonNode schema, BiConsumer<String, String> error) {

  void check(JsonNode value) {
    if (value.isNumber()) {
      number(value.decimalValue());
    } else if (value.isTextual()) {
      text(value.asText());
    }
  }

  private void number(BigDecimal value) {
    JsonNode least = schema.get("minimum");
    if (least != null && value.compareTo(least.decimalValue()) < 0) {
      error.accept("too-small", "is " + value + ", at least " + plain(least) + " is needed");
    }
    JsonNode most = schema.get("maximum");
    if (most != null && value.compareTo(most.decimalValue()) > 0) {
      error.accept("too-large", "is " + value + ", at most " + plain(most) + " is allowed");
    }
  }

  private static String plain(JsonNode bound) {
    return bound.decimalValue().stripTrailingZeros().toPlainString();
  }

  private void text(String value) {
    Set<String> words = SchemaCheck.words(schema);
    if (words != null && !words.contains(value)) {
      error.accept(
          "unknown-word",
          "is '" + value + "': one of " + String.join(", ", words) + Similar.hint(value, words));
    }
    JsonNode most = schema.get("maxLength");
    int length = value.codePointCount(0, value.length());
    if (most != null && length > most.asInt()) {
      error.accept(
          "too-long", "has " + length + " letters, at most " + most.asInt() + " are allowed");
    }
    JsonNode pattern = schema.get("pattern");
    if (pattern != null && !Pattern.compile(pattern.asText()).matcher(value).find()) {
      error.accept("pattern", "is '" + value + "', which does not match " + pattern.asText());
    }
  }
}
