package io.jopf.cause;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an operator remembers about an object, stored on the object itself.
 *
 * @param baseline hash of the essence that every handler without a record has dealt with; null
 *     while the object is being created
 * @param origin hash of the essence that the creation began with; null afterwards
 * @param handlers the handlers that stand elsewhere than the baseline, by id
 * @param essences the essences that the hashes above name, for the next diff
 */
@JsonIgnoreProperties(ignoreUnknown = true) // a later version may have added some
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HandlingState(
    @Nullable String baseline,
    @Nullable String origin,
    Map<String, HandlerRecord> handlers,
    Map<String, ObjectNode> essences) {

  /** Nothing is known. */
  public static final HandlingState NONE = new HandlingState(null, null, Map.of(), Map.of());

  /** Completes what a stored form may leave out. */
  @SuppressWarnings("UnusedVariable") // the components are assigned, not read, here
  public HandlingState {
    handlers = handlers == null ? Map.of() : Map.copyOf(handlers);
    essences = essences == null ? Map.of() : Map.copyOf(essences);
  }

  /** The hash that a handler has dealt with; null if none. */
  public @Nullable String handledBy(String id) {
    HandlerRecord found = handlers.get(id);
    return found == null || found.handled() == null ? baseline : found.handled();
  }

  /** The same with one record replaced, or removed when null. */
  public HandlingState with(String id, @Nullable HandlerRecord changed) {
    Map<String, HandlerRecord> all = new TreeMap<>(handlers);
    if (changed == null) {
      all.remove(id);
    } else {
      all.put(id, changed);
    }
    return new HandlingState(baseline, origin, all, essences);
  }
}
