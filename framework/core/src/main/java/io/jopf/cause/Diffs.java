package io.jopf.cause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Diff;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two trees field by field. */
public final class Diffs {

  private Diffs() {}

  /** All differences; paths start at the given nodes. */
  public static Diff between(JsonNode before, JsonNode after) {
    List<Diff.Item> items = new ArrayList<>();
    compare(before, after, List.of(), items);
    return new Diff(List.copyOf(items));
  }

  private static void compare(
      JsonNode before, JsonNode after, List<String> path, List<Diff.Item> items) {
    if (before instanceof ObjectNode b && after instanceof ObjectNode a) {
      TreeSet<String> names = new TreeSet<>();
      b.fieldNames().forEachRemaining(names::add);
      a.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        List<String> inner = new ArrayList<>(path);
        inner.add(name);
        compare(orNull(b.get(name)), orNull(a.get(name)), List.copyOf(inner), items);
      }
    } else if (!before.equals(after)) {
      Diff.Op op = before.isNull() ? Diff.Op.ADD : after.isNull() ? Diff.Op.REMOVE : Diff.Op.CHANGE;
      items.add(new Diff.Item(op, path, before, after));
    }
  }

  private static JsonNode orNull(@Nullable JsonNode node) {
    return node == null ? NullNode.getInstance() : node;
  }
}
