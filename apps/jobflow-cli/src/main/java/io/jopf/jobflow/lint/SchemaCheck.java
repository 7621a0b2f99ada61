package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares a document with a schema. */
final class SchemaCheck {
  private static final String OPEN = "x-kubernetes-preserve-unknown-fields";

  private final Document document;
  private final Consumer<Finding> found;

  SchemaCheck(Document document, Consumer<Finding> found) {
    this.document = document;
    this.found = found;
  }

  /** Reports what the schema does not allow at a path and below. */
  void check(String path, JsonNode value, JsonNode schema) {
    check(path, value, schema, false);
  }

  private void check(String path, JsonNode value, JsonNode schema, boolean inPart) {
    boolean part = inPart || schema.path(Schemas.PARTIAL).asBoolean();
    if (part && (value.isNull() || value.asText().contains("${"))) {
      return;
    }
    if (!Types.fits(value, schema)) {
      error("wrong-type", path, "must be " + Types.wanted(schema) + ", not " + Types.of(value));
      return;
    }
    if (value.isObject()) {
      object(path, value, schema, part);
    } else if (value.isArray()) {
      array(path, value, schema, part);
    } else {
      new ValueCheck(schema, (rule, message) -> error(rule, path, message)).check(value);
    }
    if (!part) {
      for (JsonNode rule : schema.path("x-kubernetes-validations")) {
        if (!Validations.holds(rule.path("rule").asText(), value)) {
          String text = rule.path("message").asText();
          found.accept(
              document.error(
                  "invalid", document.at(path), path, (path.isEmpty() ? "" : path + ": ") + text));
        }
      }
    }
  }

  private void object(String path, JsonNode value, JsonNode schema, boolean part) {
    JsonNode properties = schema.path("properties");
    JsonNode others = schema.get("additionalProperties");
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String at = Document.child(path, field.getKey());
      JsonNode known = properties.get(field.getKey());
      if (known != null) {
        check(at, field.getValue(), known, part);
      } else if (others != null && others.isObject()) {
        check(at, field.getValue(), others, part);
      } else if (properties.isObject() && !schema.path(OPEN).asBoolean()) {
        unknown(at, field.getKey(), properties);
      }
    }
    if (!part) {
      for (JsonNode required : schema.path("required")) {
        if (!value.has(required.asText())) {
          String at = Document.child(path, required.asText());
          found.accept(document.error("required", document.at(path), at, at + " is required"));
        }
      }
    }
    count(path, value, schema, "Properties", "entries");
  }

  private void unknown(String at, String field, JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    String message = "unknown field " + at + Similar.hint(field, names);
    found.accept(document.error("unknown-field", document.atKey(at), at, message));
  }

  private void array(String path, JsonNode value, JsonNode schema, boolean part) {
    count(path, value, schema, "Items", "items");
    boolean set = schema.path("x-kubernetes-list-type").asText().equals("set");
    Set<JsonNode> seen = new HashSet<>();
    for (int i = 0; i < value.size(); i++) {
      String at = Document.child(path, i);
      check(at, value.get(i), schema.path("items"), part);
      if (set && !seen.add(value.get(i))) {
        error("duplicate", at, "is '" + value.get(i).asText() + "' again");
      }
    }
  }

  private void count(String path, JsonNode value, JsonNode schema, String what, String words) {
    JsonNode least = schema.get("min" + what);
    JsonNode most = schema.get("max" + what);
    if (least != null && value.size() < least.asInt()) {
      error("too-few", path, "must have at least " + least.asInt() + " " + words);
    }
    if (most != null && value.size() > most.asInt()) {
      error(
          "too-many",
          path,
          "has " + value.size() + " " + words + ", at most " + most.asInt() + " are allowed");
    }
  }

  private void error(String rule, String path, String message) {
    found.accept(document.error(rule, document.at(path), path, path + " " + message));
  }

  /** The words that a schema allows; null if it allows any. */
  static @Nullable Set<String> words(JsonNode schema) {
    JsonNode words = schema.get("enum");
    if (words == null) {
      return null;
    }
    Set<String> all = new TreeSet<>();
    words.forEach(word -> all.add(word.asText()));
    return all;
  }
}
