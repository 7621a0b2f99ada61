package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.test.simulated.api.ListTypes.ListType;
import io.jopf.test.simulated.api.Tables.Column;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The structural schema of a custom resource: fills in defaults, drops unknown fields, tells the
 * types of lists. CEL rules are not run.
 */
final class Schema {

  private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
  private final JsonNode root;
  private final List<Column> columns = new ArrayList<>();

  /**
   * The schema of a version of a definition.
   *
   * @param version an item of {@code spec.versions}
   */
  Schema(JsonNode version) {
    root = version.path("schema").path("openAPIV3Schema");
    for (JsonNode column : version.path("additionalPrinterColumns")) {
      columns.add(
          new Column(
              column.path("name").asText(),
              column.path("jsonPath").asText().replace('.', '/'),
              "date".equals(column.path("type").asText()),
              column.path("priority").asInt()));
    }
  }

  /** What a table shows besides the name. */
  List<Column> columns() {
    return columns;
  }

  /** Makes the object what the server stores: unknown fields dropped, defaults filled in. */
  void complete(ObjectNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!List.of("apiVersion", "kind", "metadata").contains(field.getKey())) {
        complete(root.path("properties").path(field.getKey()), field.getValue());
      }
    }
    if (!root.path(PRESERVE).asBoolean()) {
      object
          .properties()
          .removeIf(
              field ->
                  !List.of("apiVersion", "kind", "metadata").contains(field.getKey())
                      && !root.path("properties").has(field.getKey()));
    }
    fillIn(root, object);
  }

  private static void complete(JsonNode schema, JsonNode value) {
    if (value instanceof ObjectNode object) {
      if (schema.path("x-kubernetes-embedded-resource").asBoolean()) {
        return;
      }
      Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
      while (fields.hasNext()) {
        Map.Entry<String, JsonNode> field = fields.next();
        JsonNode known = child(schema, field.getKey());
        if (known != null) {
          dropNull(known, field, fields);
          complete(known, field.getValue());
        } else if (!schema.path(PRESERVE).asBoolean()) {
          fields.remove();
        }
      }
      fillIn(schema, object);
    } else if (value.isArray()) {
      value.forEach(item -> complete(schema.path("items"), item));
    }
  }

  /** A null for a field that may not be null counts as absent where there is a default. */
  private static void dropNull(
      JsonNode schema, Map.Entry<String, JsonNode> field, Iterator<?> fields) {
    if (field.getValue().isNull()
        && schema.has("default")
        && !schema.path("nullable").asBoolean()) {
      fields.remove();
    }
  }

  private static void fillIn(JsonNode schema, ObjectNode object) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!object.has(property.getKey()) && property.getValue().has("default")) {
        JsonNode filled = property.getValue().get("default").deepCopy();
        object.set(property.getKey(), filled);
        complete(property.getValue(), filled);
      }
    }
  }

  private static @Nullable JsonNode child(JsonNode schema, String field) {
    JsonNode known = schema.path("properties").get(field);
    if (known != null) {
      return known;
    }
    JsonNode any = schema.get("additionalProperties");
    return any == null || (any.isBoolean() && !any.asBoolean()) ? null : any;
  }

  /** Where the object breaks the schema, as {@code field: what is wrong}. */
  List<String> violations(ObjectNode object) {
    List<String> found = new ArrayList<>();
    SchemaCheck check = new SchemaCheck(found);
    for (JsonNode field : root.path("required")) {
      if (!object.has(field.asText())) {
        found.add(field.asText() + ": Required value");
      }
    }
    for (Map.Entry<String, JsonNode> property : root.path("properties").properties()) {
      JsonNode value = object.get(property.getKey());
      if (value != null && !"metadata".equals(property.getKey())) {
        check.value(property.getKey(), property.getValue(), value);
      }
    }
    return found;
  }

  ListTypes listTypes() {
    return path -> "metadata".equals(path.get(0)) ? ListTypes.BUILT_IN.at(path) : declared(path);
  }

  private ListType declared(List<String> path) {
    JsonNode schema = root;
    for (String field : path) {
      while (schema.has("items")) {
        schema = schema.get("items");
      }
      JsonNode child = child(schema, field);
      if (child == null) {
        return ListType.ATOMIC;
      }
      schema = child;
    }
    List<String> keys = new ArrayList<>();
    schema.path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asText()));
    return switch (schema.path("x-kubernetes-list-type").asText()) {
      case "map" -> new ListType(false, keys);
      case "set" -> ListType.SET;
      default -> ListType.ATOMIC;
    };
  }
}
