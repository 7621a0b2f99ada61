package io.jopf.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** JSON merge patches, RFC 7396. */
public final class MergePatch {

  private MergePatch() {}

  /**
   * What has to be sent to turn one object into the other; empty when nothing. Null values inside
   * either count as absent.
   */
  public static ObjectNode between(ObjectNode from, ObjectNode to) {
    ObjectNode patch = Json.MAPPER.createObjectNode();
    from.fieldNames()
        .forEachRemaining(
            name -> {
              if (!from.path(name).isNull() && isAbsent(to.get(name))) {
                patch.putNull(name);
              }
            });
    to.properties()
        .forEach(
            field -> {
              JsonNode before = from.get(field.getKey());
              JsonNode after = field.getValue();
              if (after.isNull() || after.equals(before)) {
                return;
              }
              if (before instanceof ObjectNode b && after instanceof ObjectNode a) {
                ObjectNode inner = between(b, a);
                if (!inner.isEmpty()) {
                  patch.set(field.getKey(), inner);
                }
              } else {
                patch.set(field.getKey(), after.deepCopy());
              }
            });
    return patch;
  }

  /** The object with the patch merged in, as a new tree. */
  public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
    ObjectNode result = target.deepCopy();
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isNull()) {
                result.remove(field.getKey());
              } else if (value instanceof ObjectNode inner) {
                ObjectNode base =
                    result.get(field.getKey()) instanceof ObjectNode old
                        ? old
                        : Json.MAPPER.createObjectNode();
                result.set(field.getKey(), apply(base, inner));
              } else {
                result.set(field.getKey(), value.deepCopy());
              }
            });
    return result;
  }

  private static boolean isAbsent(@Nullable JsonNode node) {
    return node == null || node.isNull();
  }
}
