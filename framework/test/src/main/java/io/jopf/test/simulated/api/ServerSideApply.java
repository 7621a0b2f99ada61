package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.test.simulated.api.ListTypes.ListType;
import io.jopf.test.simulated.api.Ownership.Owned;
import io.jopf.test.simulated.api.Ownership.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Server-side apply: the applied fields become the manager's, those it applied before and applies
 * no longer go unless another manager has them too, and a field that another manager set to
 * something else is a conflict unless forced.
 */
final class ServerSideApply {

  private final ListTypes lists;

  ServerSideApply(ListTypes lists) {
    this.lists = lists;
  }

  /**
   * The object after the apply.
   *
   * @param live the object as it is; one with nothing but its name where it is to be created
   * @param config the applied fields
   * @throws ApiException 409 on conflicts that are not forced
   */
  ObjectNode apply(ObjectNode live, ObjectNode config, Writer writer, boolean force) {
    Ownership ownership = Ownership.of(live);
    ObjectNode before = ownership.fieldsOf(writer);
    ObjectNode mine = Ownership.withoutServersOwn(new FieldSet(lists).of(config));
    resolveConflicts(ownership, mine, live, config, writer, force);

    ObjectNode result = live.deepCopy();
    merge(result, config, List.of());
    removeDropped(
        result, before, mine, ownership.others(writer).stream().map(Owned::fields).toList());
    ownership.give(writer, mine);
    ownership.store(result);
    return result;
  }

  private static void resolveConflicts(
      Ownership ownership,
      ObjectNode mine,
      ObjectNode live,
      ObjectNode config,
      Writer writer,
      boolean force) {
    List<String> refused = new ArrayList<>();
    for (Owned theirs : ownership.others(writer)) {
      ObjectNode conflicts = FieldTree.conflicts(mine, theirs.fields(), live, config);
      if (!force) {
        FieldTree.paths(conflicts)
            .forEach(path -> refused.add("conflict with \"" + theirs.manager() + "\": " + path));
      }
      FieldTree.removeAll(theirs.fields(), conflicts);
    }
    if (!refused.isEmpty()) {
      throw ApiException.applyConflict(refused);
    }
  }

  private void merge(ObjectNode target, ObjectNode config, List<String> path) {
    for (Map.Entry<String, JsonNode> field : config.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      List<String> inner = new ArrayList<>(path);
      inner.add(name);
      if (value instanceof ObjectNode object) {
        merge(
            target.get(name) instanceof ObjectNode existing ? existing : target.putObject(name),
            object,
            inner);
      } else if (value instanceof ArrayNode items
          && target.get(name) instanceof ArrayNode existing
          && !lists.at(inner).equals(ListType.ATOMIC)) {
        mergeList(existing, items, lists.at(inner), inner);
      } else if (!value.isNull()) {
        target.set(name, value.deepCopy());
      }
    }
  }

  private void mergeList(ArrayNode target, ArrayNode config, ListType type, List<String> path) {
    for (JsonNode item : config) {
      String entry = type.isMap() ? "k:" + type.keyOf(item) : "v:" + item;
      JsonNode existing = FieldTree.child(target, entry);
      if (existing == null) {
        target.add(item.deepCopy());
      } else if (existing instanceof ObjectNode object && item instanceof ObjectNode wanted) {
        merge(object, wanted, path);
      }
    }
  }

  private static void removeDropped(
      JsonNode live, JsonNode before, @Nullable JsonNode now, List<? extends JsonNode> others) {
    for (Map.Entry<String, JsonNode> entry : before.properties()) {
      String name = entry.getKey();
      JsonNode value = FieldTree.SELF.equals(name) ? null : FieldTree.child(live, name);
      if (value == null) {
        continue;
      }
      JsonNode still = now == null ? null : now.get(name);
      List<JsonNode> shared =
          others.stream().map(o -> o.get(name)).filter(Objects::nonNull).toList();
      boolean leaf = entry.getValue().isEmpty();
      boolean item = entry.getValue().has(FieldTree.SELF);
      boolean kept = still != null || !shared.isEmpty();
      if (!leaf && (kept || !item)) {
        removeDropped(value, entry.getValue(), still, shared);
      }
      if (!kept && (leaf || item || value.isEmpty())) {
        FieldTree.removeChild(live, name);
      }
    }
  }
}
