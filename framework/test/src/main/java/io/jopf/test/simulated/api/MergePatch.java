package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON merge patch (RFC 7386): null removes, objects merge, everything else replaces. */
final class MergePatch {

  private MergePatch() {}

  /** Changes the target; lists and values of the patch are copied. */
  static void apply(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue().isNull()) {
        target.remove(field.getKey());
      } else if (field.getValue() instanceof ObjectNode object) {
        ObjectNode inner =
            target.get(field.getKey()) instanceof ObjectNode existing
                ? existing
                : target.putObject(field.getKey());
        apply(inner, object);
      } else {
        target.set(field.getKey(), field.getValue().deepCopy());
      }
    }
  }
}
