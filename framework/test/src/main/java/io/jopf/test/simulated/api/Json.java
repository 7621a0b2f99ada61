package io.jopf.test.simulated.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short words for the JSON of Kubernetes objects. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw ApiException.badRequest("not JSON: " + e.getOriginalMessage());
    }
  }

  static ObjectNode parseObject(String text) {
    if (parse(text) instanceof ObjectNode object) {
      return object;
    }
    throw ApiException.badRequest("not a JSON object");
  }

  static ObjectNode metadata(ObjectNode object) {
    return object.get("metadata") instanceof ObjectNode metadata
        ? metadata
        : object.putObject("metadata");
  }

  /** The text of a metadata field, null where it is absent or empty. */
  static @Nullable String meta(JsonNode object, String field) {
    String text = object.path("metadata").path(field).asText("");
    return text.isEmpty() || "null".equals(text) ? null : text;
  }

  /** The name of an object that has one. */
  static String name(JsonNode object) {
    return object.path("metadata").path("name").asText("");
  }

  /** The identity of a stored object. */
  static String uid(JsonNode object) {
    return object.path("metadata").path("uid").asText("");
  }

  /** What holds a deletion; a namespace has some of it in its spec. */
  static List<String> finalizers(JsonNode object) {
    List<String> found = new ArrayList<>();
    object.path("metadata").path("finalizers").forEach(f -> found.add(f.asText()));
    object.path("spec").path("finalizers").forEach(f -> found.add(f.asText()));
    return found;
  }

  /** Sets a field, or removes it where there is no value. */
  static void set(ObjectNode object, String field, @Nullable JsonNode value) {
    if (value == null || value.isMissingNode() || value.isNull()) {
      object.remove(field);
    } else {
      object.set(field, value.deepCopy());
    }
  }

  static ArrayNode strings(List<String> values) {
    ArrayNode array = MAPPER.createArrayNode();
    values.forEach(array::add);
    return array;
  }
}
