package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows objects as the tables that kubectl prints: name, some columns, age. */
final class Tables {

  /**
   * A column.
   *
   * @param pointer where its value is, as a JSON pointer
   * @param isDate whether to show how long ago that is
   * @param priority above zero for wide output only
   */
  record Column(String name, String pointer, boolean isDate, int priority) {}

  private static final Column AGE = new Column("Age", "/metadata/creationTimestamp", true, 0);

  private final Supplier<Instant> now;

  Tables(Supplier<Instant> now) {
    this.now = now;
  }

  ObjectNode of(Kind kind, List<ObjectNode> objects, String revision) {
    ObjectNode table = Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
    table.putObject("metadata").put("resourceVersion", revision);
    List<Column> columns = columns(kind);
    ArrayNode definitions = table.putArray("columnDefinitions");
    definitions.addObject().put("name", "Name").put("type", "string").put("format", "name");
    for (Column column : columns) {
      definitions
          .addObject()
          .put("name", column.name())
          .put("type", "string")
          .put("priority", column.priority());
    }
    ArrayNode rows = table.putArray("rows");
    for (ObjectNode object : objects) {
      ObjectNode row = rows.addObject();
      ArrayNode cells = row.putArray("cells").add(Json.name(object));
      columns.forEach(column -> cells.add(cell(column, object)));
      row.set("object", object);
    }
    return table;
  }

  private String cell(Column column, ObjectNode object) {
    JsonNode value = object.at(column.pointer());
    if (value.isMissingNode() || value.isNull()) {
      return column.isDate() ? "<unknown>" : "";
    }
    return column.isDate()
        ? age(value.asText())
        : value.isValueNode() ? value.asText() : value.toString();
  }

  private String age(String moment) {
    long seconds = Duration.between(Instant.parse(moment), now.get()).toSeconds();
    if (seconds < 120) {
      return seconds + "s";
    }
    return seconds < 7_200 ? seconds / 60 + "m" : seconds / 3_600 + "h";
  }

  private static List<Column> columns(Kind kind) {
    List<Column> columns = new ArrayList<>();
    Schema schema = kind.schema();
    if (schema != null) {
      columns.addAll(schema.columns());
    } else {
      String status = statusOf(kind.resource());
      if (status != null) {
        columns.add(new Column("Status", status, false, 0));
      }
    }
    if (columns.stream().noneMatch(column -> column.pointer().equals(AGE.pointer()))) {
      columns.add(AGE);
    }
    return columns;
  }

  private static @Nullable String statusOf(String resource) {
    return switch (resource) {
      case "pods", "namespaces", "persistentvolumeclaims" -> "/status/phase";
      case "nodes", "deployments.apps" -> "/status/conditions/0/type";
      // the last one: Complete or Failed after what led to it
      case "jobs.batch" -> "/status/conditions/1/type";
      default -> null;
    };
  }
}
