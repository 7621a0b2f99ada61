package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.test.simulated.api.Ownership.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Creates, changes and deletes objects the way a real server does. */
final class Writes {

  private static final List<String> KEPT =
      List.of(
          "name",
          "namespace",
          "uid",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "generation",
          "generateName");

  private final Store store;
  private final Supplier<Instant> now;

  Writes(Store store, Supplier<Instant> now) {
    this.store = store;
    this.now = now;
  }

  String timestamp() {
    return now.get().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  Writer writer(Kind kind, String operation, WriteOptions options) {
    return new Writer(
        options.manager(),
        operation,
        options.subresource(),
        kind.apiVersion(options.version()),
        timestamp());
  }

  /**
   * Stores a new object. Its name and namespace are in its metadata.
   *
   * @throws ApiException 409 if there is one of that name, 422 if it is invalid
   */
  ObjectNode create(Kind kind, ObjectNode object, WriteOptions options) {
    ObjectNode metadata = Json.metadata(object);
    String namespace = Json.meta(object, "namespace");
    if (store.find(kind, namespace, Json.name(object)) != null) {
      throw ApiException.alreadyExists(kind, Json.name(object));
    }
    object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    metadata.remove(List.of("deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"));
    metadata.put("uid", UUID.randomUUID().toString()).put("creationTimestamp", timestamp());
    if (kind.hasGeneration()) {
      metadata.put("generation", 1);
    } else {
      metadata.remove("generation");
    }
    if (kind.hasStatus() && !"nodes".equals(kind.resource())) {
      object.remove("status");
    }
    Admission.admit(kind, null, object);
    NewStatus.setIn(kind, object);
    if (!metadata.has("managedFields") || metadata.path("managedFields").isEmpty()) {
      Ownership ownership = Ownership.of(object);
      ownership.update(
          writer(kind, Ownership.UPDATE, options),
          Ownership.withoutServersOwn(new FieldSet(kind.listTypes()).of(object)));
      ownership.store(object);
    }
    if (options.dryRun()) {
      metadata.remove("resourceVersion");
    } else {
      store.put(kind, null, object);
    }
    return object;
  }

  /**
   * Stores a changed object, or removes it if nothing but its last finalizer held it.
   *
   * @param applied whether its managedFields are right already
   * @return the object as stored; unchanged where nothing differs
   * @throws ApiException 409 if it is based on an older state, 422 if it is invalid
   */
  ObjectNode update(
      Kind kind, ObjectNode current, ObjectNode proposed, WriteOptions options, boolean applied) {
    checkBasis(kind, current, proposed, applied);
    ObjectNode next;
    if (options.isStatus()) {
      next = current.deepCopy();
      Json.set(next, "status", proposed.get("status"));
    } else {
      next = proposed.deepCopy();
      if (kind.hasStatus()) {
        Json.set(next, "status", current.get("status"));
      }
    }
    keepServersOwn(kind, current, next);
    Admission.admit(kind, current, next);
    if (kind.hasGeneration() && !options.isStatus() && !wanted(current).equals(wanted(next))) {
      Json.metadata(next)
          .put("generation", current.path("metadata").path("generation").asInt() + 1);
    }
    if (applied) {
      Json.set(
          Json.metadata(next), "managedFields", proposed.path("metadata").get("managedFields"));
    } else {
      noteOwner(kind, current, next, options);
    }
    if (current.equals(next)) {
      return current;
    }
    if (options.dryRun()) {
      return next;
    }
    if (Json.meta(next, "deletionTimestamp") != null && Json.finalizers(next).isEmpty()) {
      store.remove(kind, current, next);
    } else {
      store.put(kind, current, next);
    }
    return next;
  }

  private static void checkBasis(
      Kind kind, ObjectNode current, ObjectNode proposed, boolean applied) {
    String basis = Json.meta(proposed, "resourceVersion");
    if (basis != null && !basis.equals(Json.meta(current, "resourceVersion"))) {
      throw ApiException.conflict(
          kind,
          Json.name(current),
          "the object has been modified; please apply your changes to the latest version and try"
              + " again");
    }
    String uid = Json.meta(proposed, "uid");
    if (uid != null && !uid.equals(Json.uid(current))) {
      if (applied) {
        throw ApiException.invalid(
            kind, Json.name(current), List.of("metadata.uid: Invalid value: field is immutable"));
      }
      throw ApiException.conflict(
          kind, Json.name(current), "Precondition failed: UID in precondition: " + uid);
    }
  }

  private static void keepServersOwn(Kind kind, ObjectNode current, ObjectNode next) {
    next.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    ObjectNode kept = Json.metadata(current);
    ObjectNode metadata = Json.metadata(next);
    KEPT.forEach(field -> Json.set(metadata, field, kept.get(field)));
    Json.set(metadata, "resourceVersion", kept.get("resourceVersion"));
    if (!metadata.has("managedFields")) {
      Json.set(metadata, "managedFields", kept.get("managedFields"));
    }
    for (String field : List.of("annotations", "labels", "finalizers", "ownerReferences")) {
      if (metadata.path(field).isEmpty()) {
        metadata.remove(field);
      }
    }
  }

  /** What a generation counts: everything but metadata and status. */
  private static JsonNode wanted(ObjectNode object) {
    return object.deepCopy().without(List.of("metadata", "status", "apiVersion", "kind"));
  }

  private void noteOwner(Kind kind, ObjectNode current, ObjectNode next, WriteOptions options) {
    ObjectNode changed =
        Ownership.withoutServersOwn(new FieldSet(kind.listTypes()).changed(current, next));
    Ownership ownership = Ownership.of(next);
    ownership.update(writer(kind, Ownership.UPDATE, options), changed);
    ownership.store(next);
  }

  /** Marks an object as being deleted, or removes it where no finalizer holds it. */
  ObjectNode delete(Kind kind, ObjectNode current, List<String> addedFinalizers, boolean dryRun) {
    ObjectNode next = current.deepCopy();
    ObjectNode metadata = Json.metadata(next);
    for (String finalizer : addedFinalizers) {
      if (!Json.finalizers(next).contains(finalizer)) {
        metadata.withArray("finalizers").add(finalizer);
      }
    }
    if (dryRun) {
      return next;
    }
    if (Json.finalizers(next).isEmpty()) {
      store.remove(kind, current, next);
    } else if (!metadata.has("deletionTimestamp")) {
      metadata.put("deletionTimestamp", timestamp()).put("deletionGracePeriodSeconds", 0);
      if (kind.hasGeneration()) {
        metadata.put("generation", metadata.path("generation").asInt() + 1);
      }
      NewStatus.terminating(kind, next);
      store.put(kind, current, next);
    } else if (!next.equals(current)) {
      store.put(kind, current, next);
    }
    return next;
  }
}
