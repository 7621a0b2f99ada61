package io.jopf.takeover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.cause.Essence;
import io.jopf.cause.EssenceFields;
import io.jopf.json.Json;
import java.util.List;
import java.util.Map;

/** What an object asks for and asked for when Kopf last handled it, both in our terms. */
final class KopfEssences {

  private final List<String> prefixes;
  private final List<List<String>> ignored;
  private final EssenceFields special;

  KopfEssences(KopfSettings settings, EssenceFields special) {
    this.special = special;
    prefixes = settings.prefixes();
    List<String> fields = settings.ignoredFields();
    ignored =
        fields == null
            ? List.of()
            : fields.stream().map(field -> List.of(field.split("\\.", -1))).toList();
  }

  /** What it asks for. */
  Essence present(ObjectNode object, KopfObject kopf) {
    ObjectNode clean = object.deepCopy();
    if (clean.path("metadata").path("annotations") instanceof ObjectNode annotations) {
      annotations.remove(kopf.annotations());
    }
    if (clean.path("status") instanceof ObjectNode status) {
      status.remove("kopf");
    }
    return Essence.of(clean, special);
  }

  /** What it asked for; what Kopf does not look at has not changed. */
  Essence handled(ObjectNode lastHandled, ObjectNode object, Essence present) {
    ObjectNode then = lastHandled.deepCopy();
    ignored.forEach(path -> copy(object, then, path));
    for (Map.Entry<String, JsonNode> one :
        present.fields().path("metadata").path("annotations").properties()) {
      if (prefixes.stream().anyMatch(prefix -> one.getKey().startsWith(prefix + "/"))) {
        then.withObject("/metadata/annotations").set(one.getKey(), one.getValue());
      }
    }
    then.set("kind", object.path("kind"));
    return Essence.of(then, special);
  }

  private static void copy(ObjectNode from, ObjectNode into, List<String> path) {
    JsonNode value = Json.at(from, path);
    ObjectNode parent = into;
    for (String name : path.subList(0, path.size() - 1)) {
      JsonNode next = parent.path(name);
      if (next instanceof ObjectNode child) {
        parent = child;
      } else if (value.isNull()) {
        return;
      } else {
        parent = parent.putObject(name);
      }
    }
    String last = path.get(path.size() - 1);
    if (value.isNull()) {
      parent.remove(last);
    } else {
      parent.set(last, value);
    }
  }
}
