package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Deletes objects whose owners are all gone, and carries out foreground and orphan deletion. Works
 * at once, where a real one takes a moment.
 */
final class GarbageCollector implements Controller {

  private static final String FOREGROUND = "foregroundDeletion";
  private static final String ORPHAN = "orphan";

  private final Store store;
  private final Writes writes;

  GarbageCollector(Store store, Writes writes) {
    this.store = store;
    this.writes = writes;
  }

  @Override
  public void changed(Change change) {
    ObjectNode object = change.after();
    if (change.deleted()) {
      store.ownedBy(Json.uid(object)).forEach(this::collect);
      object
          .path("metadata")
          .path("ownerReferences")
          .forEach(owner -> finishForeground(store.byUid(owner.path("uid").asText())));
    } else {
      Store.Ref ref = store.byUid(Json.uid(object));
      if (ref != null && object.path("metadata").has("ownerReferences")) {
        collect(ref);
      }
      if (ref != null && Json.meta(object, "deletionTimestamp") != null) {
        orphan(ref);
        foreground(ref);
      }
    }
  }

  /** Deletes the object if it has owners and none of them is there. */
  private void collect(Store.Ref ref) {
    ObjectNode object = store.find(ref);
    if (object == null || Json.meta(object, "deletionTimestamp") != null) {
      return;
    }
    boolean owned = false;
    for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
      owned |= store.byUid(owner.path("uid").asText()) != null;
    }
    if (!owned) {
      writes.delete(ref.kind(), object, List.of(), false);
    }
  }

  private void orphan(Store.Ref ref) {
    ObjectNode owner = store.find(ref);
    if (owner == null || !Json.finalizers(owner).contains(ORPHAN)) {
      return;
    }
    for (Store.Ref dependent : store.ownedBy(Json.uid(owner))) {
      ObjectNode object = Objects.requireNonNull(store.find(dependent));
      ObjectNode next = object.deepCopy();
      Iterator<JsonNode> owners = next.path("metadata").path("ownerReferences").iterator();
      while (owners.hasNext()) {
        if (Json.uid(owner).equals(owners.next().path("uid").asText())) {
          owners.remove();
        }
      }
      writes.update(
          dependent.kind(),
          object,
          next,
          WriteOptions.of("kube-controller-manager", null, dependent.kind()),
          false);
    }
    Finalizers.remove(writes, ref.kind(), owner, ORPHAN);
  }

  private void foreground(Store.Ref ref) {
    ObjectNode owner = store.find(ref);
    if (owner == null || !Json.finalizers(owner).contains(FOREGROUND)) {
      return;
    }
    for (Store.Ref dependent : store.ownedBy(Json.uid(owner))) {
      ObjectNode object = store.find(dependent);
      if (object != null && Json.meta(object, "deletionTimestamp") == null) {
        writes.delete(dependent.kind(), object, List.of(FOREGROUND), false);
      }
    }
    finishForeground(ref);
  }

  private void finishForeground(Store.@Nullable Ref ref) {
    ObjectNode owner = ref == null ? null : store.find(ref);
    if (ref == null
        || owner == null
        || Json.meta(owner, "deletionTimestamp") == null
        || !Json.finalizers(owner).contains(FOREGROUND)
        || blocked(owner)) {
      return;
    }
    Finalizers.remove(writes, ref.kind(), owner, FOREGROUND);
  }

  private boolean blocked(ObjectNode owner) {
    for (Store.Ref dependent : store.ownedBy(Json.uid(owner))) {
      ObjectNode object = store.find(dependent);
      JsonNode owners = object == null ? Json.object() : object.at("/metadata/ownerReferences");
      for (JsonNode reference : owners) {
        if (Json.uid(owner).equals(reference.path("uid").asText())
            && reference.path("blockOwnerDeletion").asBoolean()) {
          return true;
        }
      }
    }
    return false;
  }
}
