package io.jopf.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import io.jopf.json.MergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one cycle wants to change of its object. */
public final class Changes {

  private final Supplier<ObjectNode> object;
  private final List<UnaryOperator<ObjectNode>> edits = new ArrayList<>();
  private @Nullable ObjectNode before;
  private @Nullable ObjectNode after;
  private boolean needsVersion;
  private @Nullable Boolean finalizer;

  /**
   * Nothing yet.
   *
   * @param object the object's JSON as the cycle began with it
   */
  public Changes(ObjectNode object) {
    this(() -> object);
  }

  /**
   * The same of an object that most handlers do not want to change.
   *
   * @param object asked once, when it is needed first
   */
  public Changes(Supplier<ObjectNode> object) {
    this.object = object;
  }

  /** The object as the cycle began with it; never changed. */
  ObjectNode seen() {
    ObjectNode known = before;
    if (known == null) {
      known = object.get();
      before = known;
    }
    return known;
  }

  /** Never changed either. */
  private ObjectNode after() {
    ObjectNode changed = after;
    return changed == null ? seen() : changed;
  }

  /** The object as it will be. A copy. */
  public ObjectNode object() {
    return after().deepCopy();
  }

  /** The status as it will be; empty if there is none. A copy. */
  public ObjectNode status() {
    return after().path("status") instanceof ObjectNode status
        ? status.deepCopy()
        : Json.MAPPER.createObjectNode();
  }

  /** Replaces the status. */
  public void status(ObjectNode status) {
    ObjectNode wanted = status.deepCopy();
    edit(object -> withStatus(object, wanted));
  }

  /**
   * Edits the status; what the edit does elsewhere is ignored.
   *
   * @param edit from the whole object to what it should be; is made again on a newer one when
   *     somebody else has written meanwhile
   */
  public void status(UnaryOperator<ObjectNode> edit) {
    guarded(object -> withStatus(object, edit.apply(object.deepCopy()).get("status")));
  }

  /** Sets one field of the status. */
  public void result(String field, JsonNode value) {
    edit(
        object -> {
          object.withObject("/status").set(field, value.deepCopy());
          return object;
        });
  }

  /** Edits everything but status and what only the server writes; see the status. */
  public void main(UnaryOperator<ObjectNode> edit) {
    guarded(object -> withStatus(edit.apply(object.deepCopy()), object.get("status")));
  }

  /** Sets an annotation, or takes it off when null. */
  public void annotation(String name, @Nullable String value) {
    edit(
        object -> {
          if (value != null) {
            object.withObject("/metadata/annotations").put(name, value);
          } else if (object.path("metadata").path("annotations") instanceof ObjectNode all) {
            all.remove(name);
          }
          return object;
        });
  }

  /** The same changes of a newer object. */
  Changes on(ObjectNode fresh) {
    Changes again = new Changes(fresh);
    again.finalizer = finalizer;
    again.needsVersion = needsVersion;
    edits.forEach(again::edit);
    return again;
  }

  /** Whatever they change, they have to meet the object that they were made on. */
  void guard() {
    needsVersion = true;
  }

  /**
   * Whether they have to meet the object that they were made on: a changed list is written as a
   * whole, and would undo what others have changed in it; a request of a process that has rivals
   * may arrive when one of those has acted.
   */
  boolean needsVersion() {
    return needsVersion;
  }

  /** The tree as it was stays as it was; what is not copied no edit changes in place. */
  private void edit(UnaryOperator<ObjectNode> edit) {
    ObjectNode copy = Json.MAPPER.createObjectNode();
    copy.setAll(after());
    for (String part : List.of("metadata", "status")) {
      if (copy.get(part) instanceof ObjectNode inner) {
        copy.set(part, inner.deepCopy());
      }
    }
    after = edit.apply(copy);
    edits.add(edit);
  }

  private void guarded(UnaryOperator<ObjectNode> edit) {
    ObjectNode previous = after();
    edit(edit);
    needsVersion |= hasList(MergePatch.between(previous, after()));
  }

  private static boolean hasList(JsonNode node) {
    if (node.isArray()) {
      return true;
    }
    for (JsonNode inner : node) {
      if (hasList(inner)) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode withStatus(ObjectNode object, @Nullable JsonNode status) {
    if (status instanceof ObjectNode given) {
      object.set("status", given.deepCopy());
    } else {
      object.remove("status");
    }
    return object;
  }

  /** Wants our finalizer there, or gone. */
  public void finalizer(boolean wanted) {
    finalizer = wanted;
  }

  /** Whether nothing is wanted. */
  boolean isEmpty() {
    return edits.isEmpty() && finalizer == null;
  }

  /** Whether they let an object go that is on its way out. */
  public boolean isRelease() {
    return Boolean.FALSE.equals(finalizer)
        && seen().path("metadata").hasNonNull("deletionTimestamp");
  }

  /** Our finalizer's fate; null: as it is. */
  @Nullable Boolean finalizer() {
    return finalizer;
  }

  /** The merge patch of the status; empty when nothing differs. */
  ObjectNode statusPatch() {
    return MergePatch.between(only(seen(), true), only(after(), true));
  }

  /** The merge patch of everything else; empty when nothing differs. */
  ObjectNode mainPatch() {
    ObjectNode patch = MergePatch.between(only(seen(), false), only(after(), false));
    if (patch.path("metadata") instanceof ObjectNode metadata) {
      metadata.retain(List.of("labels", "annotations"));
      if (metadata.isEmpty()) {
        patch.remove("metadata");
      }
    }
    patch.remove(List.of("apiVersion", "kind"));
    return patch;
  }

  /** Shares what is in it. */
  private static ObjectNode only(ObjectNode object, boolean status) {
    ObjectNode part = Json.MAPPER.createObjectNode();
    part.setAll(object);
    if (status) {
      part.retain("status");
    } else {
      part.remove("status");
    }
    return part;
  }
}
