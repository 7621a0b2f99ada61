package io.jopf.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.jopf.Reason;
import io.jopf.handler.HandlerSpec;
import io.jopf.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a memory without limits knows about one object: what each handler has dealt with. */
final class Known {

  record Trying(Reason reason, int attempts, int pauses, Instant started, Instant notBefore) {}

  /**
   * What a handler has given up.
   *
   * @param before what it had dealt with before, if that was its own
   */
  record Failure(Reason reason, JsonNode essence, @Nullable JsonNode before) {}

  /** What every handler has dealt with that has no essence of its own; null: not seen yet. */
  @Nullable JsonNode origin;

  /** Whether all have created. */
  boolean living;

  /** The last wish for another try; null: none yet. */
  @Nullable String wish;

  final Map<String, JsonNode> dealtWith = new HashMap<>();

  /** What each handler has last come to an end with, be it a failure that nobody has undone. */
  final Map<String, JsonNode> ended = new HashMap<>();

  final Set<String> created = new HashSet<>();
  final Set<String> deleted = new HashSet<>();
  final Map<String, Trying> trying = new HashMap<>();

  /** What handlers have given up, until their next success. */
  final Map<String, Failure> failed = new HashMap<>();

  /** The failures since which the object has been the same all the time. */
  final Set<String> failedUnchanged = new HashSet<>();

  Known copy() {
    Known copy = new Known();
    copy.origin = origin;
    copy.living = living;
    copy.wish = wish;
    copy.dealtWith.putAll(dealtWith);
    copy.ended.putAll(ended);
    copy.created.addAll(created);
    copy.deleted.addAll(deleted);
    copy.trying.putAll(trying);
    copy.failed.putAll(failed);
    copy.failedUnchanged.addAll(failedUnchanged);
    return copy;
  }

  JsonNode before(HandlerSpec handler, Reason reason) {
    JsonNode last = dealtWith.getOrDefault(handler.id(), living ? origin : null);
    return last == null || reason == Reason.CREATE
        ? NullNode.getInstance()
        : field(handler, reason, last);
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
    ended.put(id, essence);
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
    JsonNode before = reason == Reason.UPDATE ? dealtWith.getOrDefault(id, origin) : null;
    finished(id, reason, essence);
    failed.put(id, new Failure(reason, essence, before));
    failedUnchanged.add(id);
  }

  /**
   * A user wants what was given up to be tried once more, as it was then. What has changed since is
   * tried anyway.
   */
  void again(List<HandlerSpec> handlers, JsonNode essence, Instant now) {
    for (HandlerSpec handler : handlers) {
      Failure failure = failed.get(handler.id());
      if (failure != null && !hasChanged(handler, failure, essence)) {
        again(handler.id(), failure, now);
      }
    }
  }

  private static boolean hasChanged(HandlerSpec handler, Failure failure, JsonNode essence) {
    return failure.reason() == Reason.UPDATE
        && !field(handler, Reason.UPDATE, failure.essence())
            .equals(field(handler, Reason.UPDATE, essence));
  }

  private void again(String id, Failure failure, Instant now) {
    failed.remove(id);
    failedUnchanged.remove(id);
    ended.remove(id);
    trying.put(id, new Trying(failure.reason(), 0, 0, now, now));
    switch (failure.reason()) {
      case CREATE -> {
        created.remove(id);
        dealtWith.remove(id);
      }
      case UPDATE -> {
        JsonNode before = Objects.requireNonNull(failure.before());
        dealtWith.put(id, before);
        ended.put(id, before);
      }
      case DELETE -> deleted.remove(id);
      case RESUME, RECONCILE, EVENT, TIMER, DAEMON, INDEX -> {}
    }
  }

  /** Whether a handler has given up an essence of that hash. */
  boolean hasFailed(String id, String hash) {
    Failure failure = failed.get(id);
    return failure != null && Json.hash(failure.essence()).equals(hash);
  }

  /** Everybody has dealt with the object as it is. */
  void settled(JsonNode essence) {
    failed.values().removeIf(failure -> !failure.essence().equals(essence));
    origin = essence;
    dealtWith.clear();
  }
}
