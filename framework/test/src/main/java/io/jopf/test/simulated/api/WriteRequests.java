package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns requests to create, change and delete into writes. */
final class WriteRequests {

  private final Store store;
  private final Kinds kinds;
  private final Writes writes;
  private final Patches patches;

  WriteRequests(Store store, Kinds kinds, Writes writes) {
    this.store = store;
    this.kinds = kinds;
    this.writes = writes;
    this.patches = new Patches(writes);
  }

  ObjectNode create(Route route, Kind kind, String body, WriteOptions options) {
    ObjectNode object = Typed.body(body);
    ObjectNode metadata = Json.metadata(object);
    String prefix = Json.meta(object, "generateName");
    if (Json.meta(object, "name") == null && prefix != null) {
      metadata.put("name", prefix + UUID.randomUUID().toString().substring(0, 5));
    }
    if (Json.meta(object, "resourceVersion") != null) {
      throw ApiException.badRequest("resourceVersion should not be set on objects to be created");
    }
    return create(route, kind, object, options);
  }

  private ObjectNode create(Route route, Kind kind, ObjectNode object, WriteOptions options) {
    checkIdentity(route, kind, object);
    checkNamespace(route, kind, object);
    return served(route, writes.create(kind, object, options));
  }

  private static void checkIdentity(Route route, Kind kind, ObjectNode object) {
    String kindOfBody = object.path("kind").asText(kind.kind());
    if (!kindOfBody.equals(kind.kind())) {
      throw ApiException.badRequest(
          kindOfBody + " in version " + route.version() + " cannot be handled as " + kind.kind());
    }
    String name = Json.meta(object, "name");
    if (route.name() != null && name != null && !route.name().equals(name)) {
      throw ApiException.badRequest(
          "the name of the object ("
              + name
              + ") does not match the name on the URL ("
              + route.name()
              + ")");
    }
    String namespace = Json.meta(object, "namespace");
    if (namespace != null && !namespace.equals(route.namespace())) {
      throw ApiException.badRequest(
          "the namespace of the object ("
              + namespace
              + ") does not match the namespace on the request");
    }
    if (route.name() != null) {
      Json.metadata(object).put("name", route.name());
    }
    if (route.namespace() != null) {
      Json.metadata(object).put("namespace", route.namespace());
    }
  }

  private void checkNamespace(Route route, Kind kind, ObjectNode object) {
    if (!kind.namespaced()) {
      return;
    }
    if (route.namespace() == null) {
      throw ApiException.methodNotAllowed();
    }
    Kind namespaces = kinds.require("", "v1", "namespaces");
    ObjectNode namespace = store.find(namespaces, null, route.namespace());
    if (namespace == null) {
      throw ApiException.notFound(namespaces, route.namespace());
    }
    if (Json.meta(namespace, "deletionTimestamp") != null) {
      throw ApiException.forbidden(
          kind, Json.name(object), "namespace " + route.namespace() + " is being terminated");
    }
  }

  ObjectNode replace(Route route, Kind kind, String body, WriteOptions options) {
    ObjectNode proposed = Typed.body(body);
    checkIdentity(route, kind, proposed);
    ObjectNode current = require(route, kind);
    if (kind.custom() && Json.meta(proposed, "resourceVersion") == null) {
      throw ApiException.invalid(
          kind,
          Json.name(current),
          List.of("metadata.resourceVersion: Invalid value: 0x0: must be specified for an update"));
    }
    return served(route, writes.update(kind, current, proposed, options, false));
  }

  /** Patches; an apply may create. */
  ObjectNode patch(Route route, Kind kind, String type, String body, WriteOptions options) {
    ObjectNode current = store.find(kind, route.namespace(), Objects.requireNonNull(route.name()));
    if (!Patches.isApply(type)) {
      ObjectNode existing = require(route, kind);
      return served(route, patches.patch(kind, existing, type, body, options));
    }
    ObjectNode config = Typed.body(body);
    checkIdentity(route, kind, config);
    if (current == null) {
      if (options.subresource() != null) {
        throw ApiException.notFound(kind, route.name());
      }
      if (Json.meta(config, "uid") != null) {
        throw ApiException.conflict(
            kind, route.name(), "uid mismatch: there is no object to have a uid");
      }
      ObjectNode created = patches.applied(kind, Json.object(), config, options);
      return create(route, kind, created, options);
    }
    ObjectNode applied = patches.applied(kind, current, config, options);
    return served(route, writes.update(kind, current, applied, options, true));
  }

  /** Deletes one object; what it answers is the object as it last was or still is. */
  ObjectNode delete(Route route, Kind kind, String body, WriteOptions options) {
    ObjectNode current = require(route, kind);
    JsonNode wishes = body.isBlank() ? Json.object() : Typed.body(body);
    JsonNode preconditions = wishes.path("preconditions");
    for (String field : List.of("uid", "resourceVersion")) {
      String wanted = preconditions.path(field).asText("");
      if (!wanted.isEmpty() && !wanted.equals(Json.meta(current, field))) {
        throw ApiException.conflict(
            kind, Json.name(current), "Precondition failed: " + field + " is not " + wanted);
      }
    }
    boolean dryRun = options.dryRun() || wishes.path("dryRun").size() > 0;
    return writes.delete(kind, current, finalizers(route, kind, wishes), dryRun);
  }

  private static List<String> finalizers(Route route, Kind kind, JsonNode wishes) {
    String byDefault = "jobs.batch".equals(kind.resource()) ? "Orphan" : "Background";
    String policy = wishes.path("propagationPolicy").asText("");
    if (policy.isEmpty()) {
      policy = route.query().getOrDefault("propagationPolicy", byDefault);
    }
    return switch (policy) {
      case "Orphan" -> List.of("orphan");
      case "Foreground" -> List.of("foregroundDeletion");
      default -> List.of();
    };
  }

  private ObjectNode require(Route route, Kind kind) {
    String name = Objects.requireNonNull(route.name());
    ObjectNode current = store.find(kind, route.namespace(), name);
    if (current == null) {
      throw ApiException.notFound(kind, name);
    }
    return current;
  }

  private static ObjectNode served(Route route, ObjectNode object) {
    return object.put("apiVersion", route.apiVersion());
  }

  /** Whether the object is gone after a delete. */
  boolean isGone(Route route, Kind kind, @Nullable String name) {
    return name == null || store.find(kind, route.namespace(), name) == null;
  }
}
