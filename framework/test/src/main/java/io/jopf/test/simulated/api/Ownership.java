package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code managedFields} of an object: which manager set which fields, and by which way. */
final class Ownership {

  static final String APPLY = "Apply";
  static final String UPDATE = "Update";
  private static final Set<String> OF_SERVER =
      Set.of(
          "f:name",
          "f:namespace",
          "f:uid",
          "f:resourceVersion",
          "f:generation",
          "f:creationTimestamp",
          "f:deletionTimestamp",
          "f:deletionGracePeriodSeconds",
          "f:managedFields",
          "f:selfLink");

  /**
   * Who writes, and when.
   *
   * @param manager the field manager
   * @param operation {@link #APPLY} or {@link #UPDATE}
   * @param subresource null for the object itself
   * @param apiVersion the version of the request
   * @param time the moment, as text
   */
  record Writer(
      String manager,
      String operation,
      @Nullable String subresource,
      String apiVersion,
      String time) {

    private boolean wrote(JsonNode entry) {
      return manager.equals(entry.path("manager").asText())
          && operation.equals(entry.path("operation").asText())
          && (subresource == null ? "" : subresource).equals(entry.path("subresource").asText());
    }
  }

  private final ArrayNode entries;

  private Ownership(ArrayNode entries) {
    this.entries = entries;
  }

  /** A copy of the object's entries. */
  static Ownership of(JsonNode object) {
    return new Ownership(
        object.path("metadata").get("managedFields") instanceof ArrayNode existing
            ? existing.deepCopy()
            : Json.strings(List.of()));
  }

  /** The fields of a manager; empty where it has none. */
  ObjectNode fieldsOf(Writer writer) {
    for (JsonNode entry : entries) {
      if (writer.wrote(entry) && entry.get("fieldsV1") instanceof ObjectNode fields) {
        return fields.deepCopy();
      }
    }
    return Json.object();
  }

  /**
   * What someone else owns.
   *
   * @param fields to be changed in place
   */
  record Owned(String manager, ObjectNode fields) {}

  /** The fields of all other managers. */
  List<Owned> others(Writer writer) {
    List<Owned> others = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (!writer.wrote(entry) && entry.get("fieldsV1") instanceof ObjectNode fields) {
        others.add(new Owned(entry.path("manager").asText(), fields));
      }
    }
    return others;
  }

  /** Gives a manager exactly these fields; the entry keeps its time if nothing changes. */
  void give(Writer writer, ObjectNode fields) {
    for (JsonNode entry : entries) {
      if (writer.wrote(entry)) {
        if (!fields.equals(entry.get("fieldsV1"))) {
          ((ObjectNode) entry).set("fieldsV1", fields);
          ((ObjectNode) entry).put("time", writer.time());
        }
        return;
      }
    }
    ObjectNode entry = entries.addObject();
    entry.put("manager", writer.manager());
    entry.put("operation", writer.operation());
    entry.put("apiVersion", writer.apiVersion());
    entry.put("time", writer.time());
    entry.put("fieldsType", "FieldsV1");
    entry.set("fieldsV1", fields);
    if (writer.subresource() != null) {
      entry.put("subresource", writer.subresource());
    }
  }

  /** Notes an update: what it changed is the writer's alone from now on. */
  void update(Writer writer, ObjectNode changed) {
    if (!changed.isEmpty()) {
      others(writer).forEach(other -> FieldTree.removeAll(other.fields(), changed));
      ObjectNode fields = fieldsOf(writer);
      FieldTree.addAll(fields, changed);
      give(writer, fields);
    }
  }

  /** Forgets fields the object no longer has and writes the entries into it. */
  void store(ObjectNode object) {
    for (Iterator<JsonNode> all = entries.iterator(); all.hasNext(); ) {
      if (all.next().get("fieldsV1") instanceof ObjectNode fields) {
        FieldTree.retain(fields, object);
        if (fields.isEmpty()) {
          all.remove();
        }
      }
    }
    if (entries.isEmpty()) {
      Json.metadata(object).remove("managedFields");
    } else {
      Json.metadata(object).set("managedFields", entries);
    }
  }

  /** Takes out of a tree what belongs to no one but the server. */
  static ObjectNode withoutServersOwn(ObjectNode tree) {
    tree.remove(List.of("f:apiVersion", "f:kind"));
    if (tree.get("f:metadata") instanceof ObjectNode metadata) {
      metadata.remove(OF_SERVER);
      if (metadata.isEmpty()) {
        tree.remove("f:metadata");
      }
    }
    return tree;
  }
}
