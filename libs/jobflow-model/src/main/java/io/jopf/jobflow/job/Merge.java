package io.jopf.jobflow.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays a patch over a template: objects field by field, lists of named things by name, everything
 * else as a whole; null takes a field away.
 */
final class Merge {

  private Merge() {}

  /** The template with the patch; neither is changed. */
  static JsonNode of(@Nullable JsonNode template, JsonNode patch) {
    if (patch.isObject()) {
      ObjectNode merged =
          template != null && template.isObject()
              ? template.deepCopy()
              : JsonNodeFactory.instance.objectNode();
      patch
          .properties()
          .forEach(
              field -> {
                if (field.getValue().isNull()) {
                  merged.remove(field.getKey());
                } else {
                  JsonNode before = merged.get(field.getKey());
                  merged.set(field.getKey(), of(before, field.getValue()));
                }
              });
      return merged;
    }
    if (template != null && isNamed(patch) && isNamed(template)) {
      return byName(template, patch);
    }
    return patch.deepCopy();
  }

  private static boolean isNamed(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      return false;
    }
    for (JsonNode one : list) {
      if (!one.path("name").isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static ArrayNode byName(JsonNode template, JsonNode patch) {
    Map<String, JsonNode> merged = new LinkedHashMap<>();
    template.forEach(one -> merged.put(one.get("name").asText(), one));
    patch.forEach(one -> merged.merge(one.get("name").asText(), one, Merge::of));
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    merged.values().forEach(list::add);
    return list;
  }
}
