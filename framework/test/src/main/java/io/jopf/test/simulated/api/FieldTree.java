package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Set operations on trees of fields, and the steps from a tree's entry to an object's value. */
final class FieldTree {

  /** The entry by which a list item itself is owned. */
  static final String SELF = ".";

  private FieldTree() {}

  /** The value that an entry stands for, null where the object has none. */
  static @Nullable JsonNode child(JsonNode node, String entry) {
    String what = entry.substring(2);
    if (entry.startsWith("f:")) {
      return node.get(what);
    }
    JsonNode wanted = Json.parse(what);
    for (JsonNode item : node) {
      if (entry.startsWith("k:") ? hasKey(item, wanted) : item.equals(wanted)) {
        return item;
      }
    }
    return null;
  }

  private static boolean hasKey(JsonNode item, JsonNode key) {
    for (Map.Entry<String, JsonNode> field : key.properties()) {
      JsonNode value = item.get(field.getKey());
      boolean same =
          value == null
              ? "protocol".equals(field.getKey()) && "TCP".equals(field.getValue().asText())
              : value.equals(field.getValue());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Removes the value that an entry stands for. */
  static void removeChild(JsonNode node, String entry) {
    if (node instanceof ObjectNode object) {
      object.remove(entry.substring(2));
    } else if (node instanceof ArrayNode array) {
      JsonNode gone = child(node, entry);
      for (Iterator<JsonNode> items = array.iterator(); items.hasNext(); ) {
        if (items.next().equals(gone)) {
          items.remove();
        }
      }
    }
  }

  /** Adds the second tree to the first. */
  static void addAll(ObjectNode tree, JsonNode more) {
    for (Map.Entry<String, JsonNode> entry : more.properties()) {
      if (tree.get(entry.getKey()) instanceof ObjectNode existing) {
        addAll(existing, entry.getValue());
      } else {
        tree.set(entry.getKey(), entry.getValue().deepCopy());
      }
    }
  }

  /** Takes the second tree's leaves out of the first. */
  static void removeAll(ObjectNode tree, JsonNode gone) {
    for (Map.Entry<String, JsonNode> entry : gone.properties()) {
      if (tree.get(entry.getKey()) instanceof ObjectNode existing) {
        if (!entry.getValue().isEmpty()) {
          boolean wasLeaf = existing.isEmpty();
          removeAll(existing, entry.getValue());
          if (wasLeaf || !existing.isEmpty()) {
            continue;
          }
        }
        tree.remove(entry.getKey());
      }
    }
  }

  /** Takes out the entries for which the object has no value any more. */
  static void retain(ObjectNode tree, JsonNode object) {
    Iterator<Map.Entry<String, JsonNode>> entries = tree.properties().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, JsonNode> entry = entries.next();
      if (!SELF.equals(entry.getKey())) {
        JsonNode value = child(object, entry.getKey());
        boolean wasLeaf = entry.getValue().isEmpty();
        if (value != null && !wasLeaf) {
          retain((ObjectNode) entry.getValue(), value);
        }
        if (value == null || (!wasLeaf && entry.getValue().isEmpty())) {
          entries.remove();
        }
      }
    }
  }

  /** The leaves that both trees have and whose values differ between the two objects. */
  static ObjectNode conflicts(JsonNode mine, JsonNode theirs, JsonNode live, JsonNode wanted) {
    ObjectNode found = Json.object();
    for (Map.Entry<String, JsonNode> entry : mine.properties()) {
      String name = entry.getKey();
      JsonNode other = theirs.get(name);
      if (other == null || SELF.equals(name)) {
        continue;
      }
      JsonNode liveValue = child(live, name);
      JsonNode wantedValue = child(wanted, name);
      if (liveValue == null || wantedValue == null || liveValue.equals(wantedValue)) {
        continue;
      }
      if (entry.getValue().isEmpty() || other.isEmpty()) {
        found.putObject(name);
      } else {
        ObjectNode below = conflicts(entry.getValue(), other, liveValue, wantedValue);
        if (!below.isEmpty()) {
          found.set(name, below);
        }
      }
    }
    return found;
  }

  /** The leaves of a tree as paths such as {@code .spec.replicas}. */
  static List<String> paths(JsonNode tree) {
    List<String> paths = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      String step =
          entry.getKey().startsWith("f:")
              ? "." + entry.getKey().substring(2)
              : "[" + entry.getKey().substring(2) + "]";
      if (entry.getValue().isEmpty()) {
        paths.add(step);
      } else {
        paths(entry.getValue()).forEach(path -> paths.add(step + path));
      }
    }
    return paths;
  }
}
