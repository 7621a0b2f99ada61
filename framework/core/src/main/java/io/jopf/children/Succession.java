package io.jopf.children;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.jopf.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose the fields of a child become when another operator has made it: ours, as if we had applied
 * them, so that our next apply takes away those that it does not name. Pure.
 *
 * @param manager our field manager
 * @param apiVersion in which we apply
 */
record Succession(String manager, String apiVersion) {

  private static final String APPLY = "Apply";

  /**
   * The JSON patch of {@code managedFields}, for this version of the child only; empty where nobody
   * else has made any of it. Who has set nothing but metadata, such as an annotation, has made
   * nothing.
   *
   * @param child as read, with managedFields
   */
  Optional<String> patch(GenericKubernetesResource child) {
    List<ManagedFieldsEntry> entries = child.getMetadata().getManagedFields();
    if (entries.stream().noneMatch(this::isInherited)) {
      return Optional.empty();
    }
    ObjectNode fields = Json.MAPPER.createObjectNode();
    ArrayNode after = Json.MAPPER.createArrayNode();
    for (ManagedFieldsEntry entry : entries) {
      if (isInherited(entry) || isOurs(entry)) {
        merge(fields, fields(entry));
      } else {
        after.add(Json.node(entry));
      }
    }
    ObjectNode ours = after.addObject();
    ours.put("manager", manager).put("operation", APPLY).put("apiVersion", apiVersion);
    ours.put("fieldsType", "FieldsV1").set("fieldsV1", fields);
    ArrayNode operations = Json.MAPPER.createArrayNode();
    operations
        .addObject()
        .put("op", "test")
        .put("path", "/metadata/resourceVersion")
        .put("value", child.getMetadata().getResourceVersion());
    operations
        .addObject()
        .put("op", "replace")
        .put("path", "/metadata/managedFields")
        .set("value", after);
    return Optional.of(operations.toString());
  }

  private boolean isInherited(ManagedFieldsEntry entry) {
    return !isOurs(entry)
        && entry.getSubresource() == null
        && apiVersion.equals(entry.getApiVersion())
        && fields(entry).properties().stream()
            .anyMatch(field -> !"f:metadata".equals(field.getKey()));
  }

  private boolean isOurs(ManagedFieldsEntry entry) {
    return manager.equals(entry.getManager())
        && APPLY.equals(entry.getOperation())
        && entry.getSubresource() == null;
  }

  private static ObjectNode fields(ManagedFieldsEntry entry) {
    return entry.getFieldsV1() == null
        ? Json.MAPPER.createObjectNode()
        : Json.tree(entry.getFieldsV1());
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    for (Map.Entry<String, JsonNode> field : from.properties()) {
      if (into.get(field.getKey()) instanceof ObjectNode known
          && field.getValue() instanceof ObjectNode more) {
        merge(known, more);
      } else {
        into.set(field.getKey(), field.getValue());
      }
    }
  }
}
