package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The merge patch that knows the lists of built-in kinds: items merge by their key. Understands
 * {@code $patch} delete and replace and {@code $deleteFromPrimitiveList}; the order hints of
 * kubectl are ignored.
 */
final class StrategicMergePatch {

  private final ListTypes lists;

  StrategicMergePatch(ListTypes lists) {
    this.lists = lists;
  }

  void apply(ObjectNode target, ObjectNode patch) {
    apply(target, patch, List.of());
  }

  private void apply(ObjectNode target, ObjectNode patch, List<String> path) {
    if ("replace".equals(patch.path("$patch").asText())) {
      target.removeAll();
    }
    for (Map.Entry<String, JsonNode> entry : patch.properties()) {
      String field = entry.getKey();
      JsonNode value = entry.getValue();
      List<String> inner = plus(path, field);
      if (field.startsWith("$deleteFromPrimitiveList/")) {
        remove(target.path(field.substring(field.indexOf('/') + 1)), value);
      } else if (value.isNull()) {
        target.remove(field);
      } else if (value instanceof ObjectNode object) {
        if ("delete".equals(object.path("$patch").asText())) {
          target.remove(field);
        } else {
          apply(
              target.get(field) instanceof ObjectNode existing ? existing : target.putObject(field),
              object,
              inner);
        }
      } else if (value instanceof ArrayNode array && !field.startsWith("$")) {
        target.set(field, list(target.path(field), array, inner));
      } else if (!field.startsWith("$")) {
        target.set(field, value);
      }
    }
  }

  private ArrayNode list(JsonNode existing, ArrayNode patch, List<String> path) {
    ListTypes.ListType type = lists.at(path);
    ArrayNode merged = existing instanceof ArrayNode array ? array.deepCopy() : patch.arrayNode();
    if (type.isSet()) {
      patch.forEach(value -> addAbsent(merged, value));
      return merged;
    }
    if (!type.isMap()) {
      return patch.deepCopy();
    }
    // strategic merge knows ports by their number alone
    String key = type.keys().get(0);
    for (JsonNode item : patch) {
      if ("replace".equals(item.path("$patch").asText()) && item.size() == 1) {
        merged.removeAll();
        continue;
      }
      ObjectNode found = find(merged, key, item.path(key));
      if ("delete".equals(item.path("$patch").asText())) {
        removeItem(merged, key, item.path(key));
      } else {
        apply(found == null ? merged.addObject() : found, (ObjectNode) item, path);
      }
    }
    return merged;
  }

  private static void addAbsent(ArrayNode list, JsonNode value) {
    for (JsonNode existing : list) {
      if (existing.equals(value)) {
        return;
      }
    }
    list.add(value);
  }

  private static @Nullable ObjectNode find(ArrayNode list, String key, JsonNode value) {
    for (JsonNode item : list) {
      if (item.path(key).equals(value)) {
        return (ObjectNode) item;
      }
    }
    return null;
  }

  private static void removeItem(ArrayNode list, String key, JsonNode value) {
    for (Iterator<JsonNode> items = list.iterator(); items.hasNext(); ) {
      if (items.next().path(key).equals(value)) {
        items.remove();
      }
    }
  }

  private static void remove(JsonNode list, JsonNode values) {
    values.forEach(
        value -> {
          for (Iterator<JsonNode> items = list.iterator(); items.hasNext(); ) {
            if (items.next().equals(value)) {
              items.remove();
            }
          }
        });
  }

  private static List<String> plus(List<String> path, String field) {
    List<String> longer = new ArrayList<>(path);
    longer.add(field);
    return longer;
  }
}
