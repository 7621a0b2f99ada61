package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks values against a structural schema and collects what is wrong. */
final class SchemaCheck {

  private final List<String> found;

  SchemaCheck(List<String> found) {
    this.found = found;
  }

  void value(String path, JsonNode schema, JsonNode value) {
    if (value.isNull()) {
      if (!schema.path("nullable").asBoolean()) {
        found.add(path + ": Invalid value: \"null\": must not be null");
      }
      return;
    }
    if (!hasType(schema, value)) {
      found.add(path + ": Invalid value: must be of type " + schema.path("type").asText());
      return;
    }
    oneOf(path, schema, value);
    text(path, schema, value);
    number(path, schema, value);
    list(path, schema, value);
    fields(path, schema, value);
  }

  private static boolean hasType(JsonNode schema, JsonNode value) {
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      return value.isIntegralNumber() || value.isTextual();
    }
    return switch (schema.path("type").asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> true;
    };
  }

  private void oneOf(String path, JsonNode schema, JsonNode value) {
    if (!schema.has("enum")) {
      return;
    }
    for (JsonNode allowed : schema.get("enum")) {
      if (allowed.equals(value)) {
        return;
      }
    }
    found.add(path + ": Unsupported value: " + value);
  }

  private void text(String path, JsonNode schema, JsonNode value) {
    if (!value.isTextual()) {
      return;
    }
    int length = value.asText().length();
    if (length < schema.path("minLength").asInt(0)) {
      found.add(path + ": Invalid value: too short");
    }
    if (length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
      found.add(path + ": Too long");
    }
    if (schema.has("pattern")
        && !Pattern.compile(schema.get("pattern").asText()).matcher(value.asText()).find()) {
      found.add(path + ": Invalid value: should match '" + schema.get("pattern").asText() + "'");
    }
  }

  private void number(String path, JsonNode schema, JsonNode value) {
    if (!value.isNumber()) {
      return;
    }
    if (schema.has("minimum") && value.asDouble() < schema.get("minimum").asDouble()) {
      found.add(path + ": Invalid value: should be at least " + schema.get("minimum"));
    }
    if (schema.has("maximum") && value.asDouble() > schema.get("maximum").asDouble()) {
      found.add(path + ": Invalid value: should be at most " + schema.get("maximum"));
    }
  }

  private void list(String path, JsonNode schema, JsonNode value) {
    if (!value.isArray()) {
      return;
    }
    if (value.size() < schema.path("minItems").asInt(0)) {
      found.add(path + ": Invalid value: too few items");
    }
    if (value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
      found.add(path + ": Too many");
    }
    for (int i = 0; i < value.size(); i++) {
      value(path + "[" + i + "]", schema.path("items"), value.get(i));
    }
  }

  private void fields(String path, JsonNode schema, JsonNode value) {
    if (!value.isObject()) {
      return;
    }
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        found.add(path + "." + required.asText() + ": Required value");
      }
    }
    JsonNode any = schema.path("additionalProperties");
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode known = schema.path("properties").path(field.getKey());
      value(path + "." + field.getKey(), known.isMissingNode() ? any : known, field.getValue());
    }
  }
}
