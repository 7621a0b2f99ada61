package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the lists of a kind are merged. */
@FunctionalInterface
interface ListTypes {

  /**
   * The type of the list at a path.
   *
   * @param path the field names from the object's root; list items add none
   */
  ListType at(List<String> path);

  /** The lists of the built-in kinds, by the rules of their published schemas. */
  ListTypes BUILT_IN = BuiltIn::at;

  /**
   * A list's type.
   *
   * @param isSet true where the values themselves are the identities
   * @param keys the fields that identify an item; empty for sets and for lists replaced as a whole
   */
  record ListType(boolean isSet, List<String> keys) {
    static final ListType ATOMIC = new ListType(false, List.of());
    static final ListType SET = new ListType(true, List.of());

    boolean isMap() {
      return !keys.isEmpty();
    }

    /** The identity of an item of a map-like list. */
    ObjectNode keyOf(JsonNode item) {
      ObjectNode key = Json.object();
      for (String field : keys) {
        JsonNode value = item.get(field);
        if (value != null) {
          key.set(field, value);
        } else if ("protocol".equals(field)) {
          key.put(field, "TCP");
        }
      }
      return key;
    }
  }

  /** By the last field name: the built-in kinds use each name in one way only, but for ports. */
  final class BuiltIn {
    private static final Map<String, List<String>> KEYS =
        Map.ofEntries(
            Map.entry("containers", List.of("name")),
            Map.entry("initContainers", List.of("name")),
            Map.entry("ephemeralContainers", List.of("name")),
            Map.entry("env", List.of("name")),
            Map.entry("volumes", List.of("name")),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("volumeDevices", List.of("devicePath")),
            Map.entry("imagePullSecrets", List.of("name")),
            Map.entry("secrets", List.of("name")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")),
            Map.entry("ownerReferences", List.of("uid")),
            Map.entry("conditions", List.of("type")),
            Map.entry("webhooks", List.of("name")));
    private static final Set<String> SETS = Set.of("finalizers");

    private BuiltIn() {}

    static ListType at(List<String> path) {
      String field = path.get(path.size() - 1);
      if (SETS.contains(field)) {
        return ListType.SET;
      }
      if ("ports".equals(field)) {
        boolean container = path.size() > 1 && path.get(path.size() - 2).endsWith("ontainers");
        return new ListType(false, List.of(container ? "containerPort" : "port", "protocol"));
      }
      @Nullable List<String> keys = KEYS.get(field);
      return keys == null ? ListType.ATOMIC : new ListType(false, keys);
    }
  }
}
