package io.jopf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What has changed between the state a handler last saw and now. Lists count as single values;
 * absent and null are the same.
 *
 * @param items the changes, in the order of the fields
 */
public record Diff(List<Item> items) {

  /** One changed field; missing sides are {@code NullNode}. */
  public record Item(Op op, List<String> path, JsonNode before, JsonNode after) {}

  /** How a field changed. */
  public enum Op {
    /** It was absent. */
    ADD,
    /** It has another value. */
    CHANGE,
    /** It is gone. */
    REMOVE
  }

  /** Whether nothing has changed. */
  public boolean isEmpty() {
    return items.isEmpty();
  }
}
