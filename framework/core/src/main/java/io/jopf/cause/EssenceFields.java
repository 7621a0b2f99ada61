package io.jopf.cause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import java.util.List;
import java.util.Set;

/**
 * What makes up the essence of a kind besides, and less than, what every kind's does.
 *
 * @param watched paths of the fields of the status whose changes handlers look at
 * @param ignored paths of the fields whose changes concern no handler
 */
public record EssenceFields(Set<List<String>> watched, Set<List<String>> ignored) {

  /** Nothing special. */
  public static final EssenceFields USUAL = new EssenceFields(Set.of(), Set.of());

  /** Puts the watched fields of an object into its essence. */
  void addWatched(ObjectNode object, ObjectNode essence) {
    for (List<String> path : watched) {
      JsonNode value = Json.at(object, path);
      if (!value.isNull()) {
        parent(essence, path).set(path.get(path.size() - 1), value);
      }
    }
  }

  private static ObjectNode parent(ObjectNode essence, List<String> path) {
    ObjectNode node = essence;
    for (String name : path.subList(0, path.size() - 1)) {
      node = node.path(name) instanceof ObjectNode inner ? inner : node.putObject(name);
    }
    return node;
  }

  /** Takes the ignored fields out of an essence, be it an earlier one that still has them. */
  void removeIgnored(ObjectNode essence) {
    for (List<String> path : ignored) {
      int last = path.size() - 1;
      if (Json.at(essence, path.subList(0, last)) instanceof ObjectNode parent) {
        parent.remove(path.get(last));
      }
    }
  }
}
