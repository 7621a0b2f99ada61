package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a watch wants to see: a kind, in a namespace or in all, as selected, in a version.
 *
 * @param namespace null for all namespaces
 */
record Interest(Kind kind, String apiVersion, @Nullable String namespace, Selector selector) {

  static Interest of(Route route, Kind kind) {
    return new Interest(kind, route.apiVersion(), route.namespace(), Selector.of(route));
  }

  /** The event of a change; null where it is none of this watch's business. */
  @Nullable ObjectNode event(Change change) {
    if (!change.kind().resource().equals(kind.resource())) {
      return null;
    }
    boolean was = wants(change.before());
    boolean is = !change.deleted() && wants(change.after());
    if (!was && !is) {
      return null;
    }
    ObjectNode object = change.after().deepCopy().put("apiVersion", apiVersion);
    return event(!was ? "ADDED" : is ? "MODIFIED" : "DELETED", object);
  }

  boolean wants(@Nullable ObjectNode object) {
    return object != null
        && (namespace == null || namespace.equals(Json.meta(object, "namespace")))
        && selector.matches(object);
  }

  /** Tells that all changes up to a revision were sent. */
  ObjectNode bookmark(long revision) {
    ObjectNode object = Json.object().put("apiVersion", apiVersion).put("kind", kind.kind());
    Json.metadata(object).put("resourceVersion", Long.toString(revision));
    return event("BOOKMARK", object);
  }

  static ObjectNode event(String type, JsonNode object) {
    ObjectNode event = Json.object().put("type", type);
    event.set("object", object);
    return event;
  }
}
