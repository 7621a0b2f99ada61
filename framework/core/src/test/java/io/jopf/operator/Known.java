package io.jopf.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.jopf.Reason;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a memory without limits knows about one object: what each handler has dealt with. */
final class Known {

  record Trying(Reason reason, int attempts, int pauses, Instant started, Instant notBefore) {}

  /** The essence that the creation began with; null: not seen yet. */
  @Nullable JsonNode origin;

  final Map<String, JsonNode> dealtWith = new HashMap<>();
  final Set<String> created = new HashSet<>();
  final Set<String> deleted = new HashSet<>();
  final Map<String, Trying> trying = new HashMap<>();

  /** Hash of the essence that a handler has given up, until its next success. */
  final Map<String, String> failed = new HashMap<>();

  /** The failures since which the object has been the same all the time. */
  final Set<String> failedUnchanged = new HashSet<>();

  Known copy() {
    Known copy = new Known();
    copy.origin = origin;
    copy.dealtWith.putAll(dealtWith);
    copy.created.addAll(created);
    copy.deleted.addAll(deleted);
    copy.trying.putAll(trying);
    copy.failed.putAll(failed);
    copy.failedUnchanged.addAll(failedUnchanged);
    return copy;
  }

  boolean wantsUpdate(HandlerSpec handler, JsonNode essence) {
    return handler.runsOn(Reason.UPDATE)
        && !before(handler, Reason.UPDATE).equals(field(handler, Reason.UPDATE, essence));
  }

  JsonNode before(HandlerSpec handler, Reason reason) {
    JsonNode last = dealtWith.getOrDefault(handler.id(), Objects.requireNonNull(origin));
    return reason == Reason.CREATE ? NullNode.getInstance() : field(handler, reason, last);
  }

  static JsonNode field(HandlerSpec handler, Reason reason, JsonNode essence) {
    return Json.at(essence, handler.options(reason).field());
  }

  @Nullable Trying trying(String id, Reason reason) {
    Trying found = trying.get(id);
    return found != null && found.reason() == reason ? found : null;
  }

  void finished(String id, Reason reason, JsonNode essence) {
    trying.remove(id);
    failed.remove(id);
    failedUnchanged.remove(id);
    switch (reason) {
      case CREATE -> {
        created.add(id);
        dealtWith.put(id, essence);
      }
      case UPDATE -> dealtWith.put(id, essence);
      case DELETE -> deleted.add(id);
      case RESUME, RECONCILE, EVENT, TIMER, DAEMON, INDEX -> {}
    }
  }

  void gaveUp(String id, Reason reason, JsonNode essence) {
    finished(id, reason, essence);
    failed.put(id, Json.hash(essence));
    failedUnchanged.add(id);
  }

  static boolean needsFinalizer(HandledKind kind) {
    return kind.causes().stream()
        .anyMatch(
            handler -> handler.runsOn(Reason.DELETE) && !handler.options(Reason.DELETE).optional());
  }

  static boolean needsState(HandledKind kind) {
    return kind.causes().stream()
        .anyMatch(
            handler ->
                Stream.of(Reason.CREATE, Reason.UPDATE, Reason.RESUME).anyMatch(handler::runsOn));
  }
}
