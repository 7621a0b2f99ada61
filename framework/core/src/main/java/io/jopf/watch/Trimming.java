package io.jopf.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is left out of the objects of a kind before they are kept.
 *
 * @param paths of fields outside of the metadata
 */
public record Trimming(Set<List<String>> paths) {

  /** Nothing is left out. */
  public static final Trimming NONE = new Trimming(Set.of());

  /** The object without that; itself if it has nothing of it. */
  public GenericKubernetesResource of(GenericKubernetesResource object) {
    Map<String, Object> fields = object.getAdditionalProperties();
    for (List<String> path : paths) {
      fields = without(fields, path);
    }
    if (fields == object.getAdditionalProperties()) {
      return object;
    }
    GenericKubernetesResource trimmed = new GenericKubernetesResource();
    trimmed.setApiVersion(object.getApiVersion());
    trimmed.setKind(object.getKind());
    trimmed.setMetadata(object.getMetadata());
    trimmed.setAdditionalProperties(fields);
    return trimmed;
  }

  /** A copy of the maps on the way, since others may hold the object. */
  private static Map<String, Object> without(Map<String, Object> fields, List<String> path) {
    String name = path.get(0);
    if (!fields.containsKey(name)) {
      return fields;
    }
    if (path.size() == 1) {
      Map<String, Object> rest = new LinkedHashMap<>(fields);
      rest.remove(name);
      return rest;
    }
    if (!(fields.get(name) instanceof Map<?, ?> part)) {
      return fields;
    }
    @SuppressWarnings("unchecked") // what is read from JSON has texts as keys
    Map<String, Object> whole = (Map<String, Object>) part;
    Map<String, Object> rest = without(whole, path.subList(1, path.size()));
    if (rest == whole) {
      return fields;
    }
    Map<String, Object> copy = new LinkedHashMap<>(fields);
    copy.put(name, rest);
    return copy;
  }

  /** Whether everything is kept. */
  public boolean isNone() {
    return paths.isEmpty();
  }

  /** Whether an object, as its JSON, has anything of it. */
  public boolean concerns(JsonNode object) {
    return paths.stream().anyMatch(path -> !Json.at(object, path).isNull());
  }

  @Override
  public String toString() {
    return paths.isEmpty()
        ? "everything"
        : "all but "
            + paths.stream()
                .map(path -> String.join(".", path))
                .sorted()
                .collect(Collectors.joining(", "));
  }
}
