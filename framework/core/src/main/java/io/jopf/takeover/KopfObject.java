package io.jopf.takeover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An object with what Kopf has written on it. */
final class KopfObject {

  private static final String LAST_HANDLED = "last-handled-configuration";
  private static final Set<String> OTHERS = Set.of("touch-dummy", "kopf-managed");

  private final List<KopfKeys> keys;
  private final Set<String> annotations = new TreeSet<>();
  private final Map<String, KopfRecord> records = new HashMap<>();
  private @Nullable ObjectNode lastHandled;
  private boolean inStatus;

  private KopfObject(List<KopfKeys> keys) {
    this.keys = keys;
  }

  /**
   * Reads.
   *
   * @throws IllegalArgumentException if the last handled state is there and unreadable
   */
  static KopfObject of(ObjectNode object, List<String> prefixes) {
    KopfObject read =
        new KopfObject(prefixes.stream().map(prefix -> KopfKeys.of(prefix, object)).toList());
    for (Map.Entry<String, JsonNode> one :
        object.path("metadata").path("annotations").properties()) {
      read.annotation(one.getKey(), one.getValue().asText());
    }
    read.status(object.path("status").path("kopf"));
    return read;
  }

  private void annotation(String name, String text) {
    for (KopfKeys under : keys) {
      if (!name.startsWith(under.prefix() + "/")) {
        continue;
      }
      String rest = name.substring(under.prefix().length() + 1);
      if (under.of(LAST_HANDLED).contains(name)) {
        annotations.add(name);
        lastHandled = essence("annotation " + name, text);
      } else if (OTHERS.contains(rest) || under.of("touch-dummy").contains(name)) {
        annotations.add(name);
      } else {
        KopfRecord.read(text)
            .ifPresent(
                record -> {
                  annotations.add(name);
                  records.put(name, record);
                });
      }
    }
  }

  /** Where Kopf writes when it is told to, and wrote before it used annotations. */
  private void status(JsonNode kopf) {
    inStatus = kopf.has("progress") || kopf.has("dummy") || kopf.has(LAST_HANDLED);
    for (Map.Entry<String, JsonNode> one : kopf.path("progress").properties()) {
      KopfRecord.of(one.getValue()).ifPresent(record -> records.put(one.getKey(), record));
    }
    JsonNode text = kopf.path(LAST_HANDLED);
    if (lastHandled == null && text.isTextual()) {
      lastHandled = essence("status.kopf." + LAST_HANDLED, text.asText());
    }
  }

  private static ObjectNode essence(String where, String text) {
    try {
      if (Json.MAPPER.readTree(text) instanceof ObjectNode essence) {
        return essence;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(unreadable(where), e);
    }
    throw new IllegalArgumentException(unreadable(where));
  }

  private static String unreadable(String where) {
    return where + " is no JSON object, so what Kopf has handled is unknown; mend or remove it";
  }

  /** Whether Kopf has remembered anything about the object. */
  boolean isKnown() {
    return lastHandled != null || !records.isEmpty();
  }

  /** Whether something of it is in {@code status.kopf}. */
  boolean isInStatus() {
    return inStatus;
  }

  /** The names of all annotations that are Kopf's. */
  Set<String> annotations() {
    return annotations;
  }

  /** What Kopf's handlers have dealt with; null if the creation is not done. */
  @Nullable ObjectNode lastHandled() {
    return lastHandled;
  }

  /** What is stored about a handler. */
  Optional<KopfRecord> record(String id) {
    return names(id).stream().map(records::get).filter(found -> found != null).findFirst();
  }

  /** The names of the unfinished handlers that are none of these, without twins. */
  Set<String> unfinishedBut(Set<String> ids) {
    Set<String> known = new HashSet<>();
    ids.forEach(id -> known.addAll(names(id)));
    Set<KopfRecord> told = new HashSet<>();
    Set<String> rest = new TreeSet<>();
    new TreeSet<>(records.keySet())
        .descendingSet()
        .forEach(
            name -> {
              KopfRecord record = records.get(name);
              if (record != null
                  && !record.finished()
                  && !known.contains(name)
                  && told.add(record)) {
                rest.add(name.substring(name.indexOf('/') + 1));
              }
            });
    return rest;
  }

  private List<String> names(String id) {
    List<String> names = new ArrayList<>();
    keys.forEach(under -> names.addAll(under.of(id)));
    names.add(id);
    return names;
  }
}
