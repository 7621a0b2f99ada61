package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.test.simulated.api.ListTypes.ListType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of objects, as trees in the {@code fieldsV1} form: an entry {@code f:name} per
 * field, {@code k:{...}} per item of a map-like list, {@code v:...} per value of a set, and {@code
 * .} for an item itself. An entry without children is a leaf and stands for all below it.
 */
final class FieldSet {

  private final ListTypes lists;

  FieldSet(ListTypes lists) {
    this.lists = lists;
  }

  /** All fields of an object. */
  ObjectNode of(JsonNode object) {
    return changed(Json.object(), object);
  }

  /** The fields that the second object adds to the first or has different. */
  ObjectNode changed(JsonNode before, JsonNode after) {
    return fields(before, after, List.of());
  }

  private ObjectNode fields(JsonNode before, JsonNode after, List<String> path) {
    ObjectNode tree = Json.object();
    for (Map.Entry<String, JsonNode> field : after.properties()) {
      JsonNode old = before.get(field.getKey());
      JsonNode value = field.getValue();
      if (!value.isNull() && !value.equals(old)) {
        List<String> inner = new ArrayList<>(path);
        inner.add(field.getKey());
        ObjectNode below = below(old, value, inner);
        if (below != null) {
          tree.set("f:" + field.getKey(), below);
        }
      }
    }
    return tree;
  }

  /** What changed below a field; empty for a leaf, null where it only lost something. */
  private @Nullable ObjectNode below(@Nullable JsonNode before, JsonNode after, List<String> path) {
    JsonNode old = before == null ? Json.object() : before;
    ObjectNode tree;
    if (after.isObject()) {
      tree = fields(old, after, path);
    } else if (after instanceof ArrayNode items && lists.at(path).isMap()) {
      tree = items(old, items, lists.at(path), path);
    } else if (after instanceof ArrayNode values && lists.at(path).isSet()) {
      tree = values(old, values);
    } else {
      return Json.object();
    }
    return tree.isEmpty() && before != null ? null : tree;
  }

  private ObjectNode items(JsonNode before, ArrayNode after, ListType type, List<String> path) {
    ObjectNode tree = Json.object();
    for (JsonNode item : after) {
      String entry = "k:" + type.keyOf(item);
      JsonNode old = FieldTree.child(before, entry);
      if (old == null) {
        ObjectNode fields = Json.object();
        fields.putObject(FieldTree.SELF);
        fields.setAll(fields(Json.object(), item, path));
        tree.set(entry, fields);
      } else if (!old.equals(item)) {
        tree.set(entry, fields(old, item, path));
      }
    }
    return tree;
  }

  private static ObjectNode values(JsonNode before, ArrayNode after) {
    ObjectNode tree = Json.object();
    for (JsonNode value : after) {
      if (FieldTree.child(before, "v:" + value) == null) {
        tree.putObject("v:" + value);
      }
    }
    return tree;
  }
}
