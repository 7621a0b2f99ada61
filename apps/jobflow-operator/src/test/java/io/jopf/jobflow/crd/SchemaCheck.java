package io.jopf.jobflow.crd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds in a document what a strict API server would refuse, as far as structure goes. */
final class SchemaCheck {
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck() {}

  /** The faults of a document, each with its path. */
  static List<String> faults(JsonNode document, JsonNode schema) {
    SchemaCheck check = new SchemaCheck();
    check.check("", document, schema);
    return check.faults;
  }

  private void check(String path, JsonNode value, JsonNode schema) {
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      need(path, value.isTextual() || value.isIntegralNumber(), "an integer or a string");
      return;
    }
    switch (schema.path("type").asText()) {
      case "object" -> object(path, value, schema);
      case "array" -> {
        need(path, value.isArray(), "a list");
        int i = 0;
        for (JsonNode item : value) {
          check(path + "[" + i++ + "]", item, schema.get("items"));
        }
      }
      case "string" -> {
        need(path, value.isTextual(), "a string");
        String pattern = schema.path("pattern").asText(".*");
        need(path, value.asText().matches(pattern), pattern);
      }
      case "integer" -> need(path, value.isIntegralNumber(), "an integer");
      case "boolean" -> need(path, value.isBoolean(), "true or false");
      default -> faults.add(path + ": the schema has no type");
    }
  }

  private void object(String path, JsonNode value, JsonNode schema) {
    need(path, value.isObject(), "an object");
    for (JsonNode name : schema.path("required")) {
      need(path, value.has(name.asText()), name.asText());
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String at = path + "." + field.getKey();
      if (schema.path("properties").has(field.getKey())) {
        check(at, field.getValue(), schema.get("properties").get(field.getKey()));
      } else if (schema.path("additionalProperties").isObject()) {
        check(at, field.getValue(), schema.get("additionalProperties"));
      } else if (!schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
        faults.add(at + ": unknown field");
      }
    }
  }

  private void need(String path, boolean there, String what) {
    if (!there) {
      faults.add(path + ": must be or have " + what);
    }
  }
}
