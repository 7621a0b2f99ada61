package io.jopf.children;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Set;

/** Whether an object is already all that is desired of it. Pure. */
final class Matching {

  private static final Set<String> QUANTITIES =
      Set.of("requests", "limits", "capacity", "allocatable", "hard", "overhead");
  private static final Set<String> QUANTITY =
      Set.of("cpu", "memory", "storage", "ephemeral-storage", "sizeLimit", "divisor");

  private Matching() {}

  /**
   * Every desired field is there with an equal value; more fields are no difference. Lists have to
   * be as long and match item by item.
   */
  static boolean contains(JsonNode actual, JsonNode desired) {
    return contains(actual, desired, false);
  }

  private static boolean contains(JsonNode actual, JsonNode desired, boolean quantity) {
    if (desired.isNull() || (isEmptyContainer(desired) && actual.isMissingNode())) {
      return true;
    }
    if (desired instanceof ObjectNode object) {
      return actual.isObject()
          && object.properties().stream()
              .allMatch(
                  field ->
                      contains(
                          actual.path(field.getKey()),
                          field.getValue(),
                          isQuantity(field.getKey(), field.getValue(), quantity)));
    }
    if (desired instanceof ArrayNode array) {
      if (!actual.isArray() || actual.size() != array.size()) {
        return false;
      }
      for (int i = 0; i < array.size(); i++) {
        if (!contains(actual.path(i), array.path(i), quantity)) {
          return false;
        }
      }
      return true;
    }
    return desired.equals(actual) || (quantity && sameQuantity(actual, desired));
  }

  /** Only where quantities are: anywhere else 1.10 is not 1.1. */
  private static boolean isQuantity(String name, JsonNode value, boolean inside) {
    return inside || (value.isContainerNode() ? QUANTITIES : QUANTITY).contains(name);
  }

  private static boolean isEmptyContainer(JsonNode node) {
    return node.isContainerNode() && node.isEmpty();
  }

  /** The server writes 1000m as 1. */
  private static boolean sameQuantity(JsonNode actual, JsonNode desired) {
    if (!actual.isValueNode() || actual.asText().isEmpty() || !isNumberLike(desired.asText())) {
      return false;
    }
    try {
      return Quantity.getAmountInBytes(Quantity.parse(actual.asText()))
              .compareTo(Quantity.getAmountInBytes(Quantity.parse(desired.asText())))
          == 0;
    } catch (IllegalArgumentException notQuantities) {
      return false;
    }
  }

  private static boolean isNumberLike(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }
}
