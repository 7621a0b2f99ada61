package io.jopf.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import io.jopf.json.MergePatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one cycle wants to change of its object. */
public final class Changes {

  private final ObjectNode before;
  private ObjectNode after;
  private @Nullable Boolean finalizer;

  /**
   * Nothing yet.
   *
   * @param object the object's JSON as the cycle began with it
   */
  public Changes(ObjectNode object) {
    this.before = object;
    this.after = object.deepCopy();
  }

  /** The object as the cycle began with it; never changed. */
  ObjectNode seen() {
    return before;
  }

  /** The object as it will be. A copy. */
  public ObjectNode object() {
    return after.deepCopy();
  }

  /** The status as it will be; empty if there is none. A copy. */
  public ObjectNode status() {
    return after.path("status") instanceof ObjectNode status
        ? status.deepCopy()
        : Json.MAPPER.createObjectNode();
  }

  /** Replaces the status. */
  public void status(ObjectNode status) {
    after.set("status", status.deepCopy());
  }

  /** Sets one field of the status. */
  public void result(String field, JsonNode value) {
    ObjectNode status = status();
    status.set(field, value);
    status(status);
  }

  /** Replaces everything but status and what only the server writes. */
  public void main(ObjectNode object) {
    ObjectNode next = object.deepCopy();
    next.remove("status");
    if (after.get("status") instanceof ObjectNode status) {
      next.set("status", status);
    }
    after = next;
  }

  /** Sets an annotation, or takes it off when null. */
  public void annotation(String name, @Nullable String value) {
    if (value != null) {
      after.withObject("/metadata/annotations").put(name, value);
    } else if (after.path("metadata").path("annotations") instanceof ObjectNode annotations) {
      annotations.remove(name);
    }
  }

  /** Wants our finalizer there, or gone. */
  public void finalizer(boolean wanted) {
    finalizer = wanted;
  }

  /** Our finalizer's fate; null: as it is. */
  @Nullable Boolean finalizer() {
    return finalizer;
  }

  /** The merge patch of the status; empty when nothing differs. */
  ObjectNode statusPatch() {
    return MergePatch.between(only(before, true), only(after, true));
  }

  /** The merge patch of everything else; empty when nothing differs. */
  ObjectNode mainPatch() {
    ObjectNode patch = MergePatch.between(only(before, false), only(after, false));
    if (patch.path("metadata") instanceof ObjectNode metadata) {
      metadata.retain(List.of("labels", "annotations"));
      if (metadata.isEmpty()) {
        patch.remove("metadata");
      }
    }
    patch.remove(List.of("apiVersion", "kind"));
    return patch;
  }

  private static ObjectNode only(ObjectNode object, boolean status) {
    ObjectNode part = object.deepCopy();
    if (status) {
      part.retain("status");
    } else {
      part.remove("status");
    }
    return part;
  }
}
