package io.jopf.cause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import java.util.List;

/**
 * What an object asks for: everything but status, system metadata and operators' own annotations.
 *
 * @param fields the tree; never changed
 * @param hash its short hash
 */
public record Essence(ObjectNode fields, String hash) {

  private static final String STATUS = "status";
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** The essence of an object of a kind without anything special. */
  public static Essence of(ObjectNode object) {
    return of(object, EssenceFields.USUAL);
  }

  /** Takes the essence out of an object's whole JSON. Values of Secrets become hashes. */
  public static Essence of(ObjectNode object, EssenceFields special) {
    ObjectNode fields = object.deepCopy();
    boolean secret = "Secret".equals(fields.path("kind").asText());
    fields.remove(List.of("apiVersion", "kind", "status", "metadata"));
    ObjectNode metadata = Json.MAPPER.createObjectNode();
    copyIfAny(object.path("metadata").path("labels"), "labels", metadata);
    if (object.path("metadata").path("annotations") instanceof ObjectNode all) {
      ObjectNode annotations = all.deepCopy();
      annotations.retain(
          java.util.stream.StreamSupport.stream(
                  ((Iterable<String>) annotations::fieldNames).spliterator(), false)
              .filter(name -> !isAnOperators(name, all))
              .toList());
      copyIfAny(annotations, "annotations", metadata);
    }
    copyIfAny(metadata, "metadata", fields);
    if (secret) {
      List.of("data", "stringData").forEach(name -> hideValues(fields.path(name)));
    }
    special.addWatched(object, fields);
    special.removeIgnored(fields);
    return new Essence(fields, Json.hash(fields));
  }

  /**
   * What a handler sees of an essence; {@code NullNode} where there is nothing. A field of the
   * status is for those alone who name it.
   *
   * @param fields the tree of an essence
   * @param field a path; empty: the whole
   */
  public static JsonNode view(ObjectNode fields, List<String> field) {
    if (!field.isEmpty() || !fields.has(STATUS)) {
      return Json.at(fields, field);
    }
    ObjectNode whole = fields.deepCopy();
    whole.remove(STATUS);
    return whole;
  }

  /** Also those of any Kopf operator: it uses a prefix that says so, or marks its own. */
  private static boolean isAnOperators(String annotation, ObjectNode all) {
    int slash = annotation.indexOf('/');
    String prefix = slash < 0 ? "" : annotation.substring(0, slash);
    return annotation.equals(LAST_APPLIED)
        || prefix.equals("jopf.io")
        || prefix.endsWith(".jopf.io")
        || prefix.startsWith("kopf.")
        || prefix.endsWith(".kopf.zalando.org")
        || (slash > 0 && all.has(prefix + "/kopf-managed"));
  }

  private static void copyIfAny(JsonNode node, String name, ObjectNode into) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      into.set(name, object);
    }
  }

  private static void hideValues(JsonNode node) {
    if (node instanceof ObjectNode values) {
      values.properties().forEach(field -> values.put(field.getKey(), Json.hash(field.getValue())));
    }
  }
}
