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
 * @param subs the sub-handlers of unfinished handlers, as {@code parent/child}
 * @param retry the last value of the annotation that asks for another try; null: never seen
 */
@JsonIgnoreProperties(ignoreUnknown = true) // a later version may have added some
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HandlingState(
    @Nullable String baseline,
    @Nullable String origin,
    Map<String, HandlerRecord> handlers,
    Map<String, ObjectNode> essences,
    Map<String, HandlerRecord> subs,
    @Nullable String retry) {

  /** Nothing is known. */
  public static final HandlingState NONE = new HandlingState(null, null, Map.of(), Map.of());

  /** Completes what a stored form may leave out. */
  @SuppressWarnings("UnusedVariable") // the components are assigned, not read, here
  public HandlingState {
    handlers = handlers == null ? Map.of() : Map.copyOf(handlers);
    essences = essences == null ? Map.of() : Map.copyOf(essences);
    subs = subs == null ? Map.of() : Map.copyOf(subs);
  }

  /** A state without sub-handlers. */
  public HandlingState(
      @Nullable String baseline,
      @Nullable String origin,
      Map<String, HandlerRecord> handlers,
      Map<String, ObjectNode> essences) {
    this(baseline, origin, handlers, essences, Map.of(), null);
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
    return new HandlingState(baseline, origin, all, essences, subs, retry);
  }

  /** The same with other baseline and origin. */
  public HandlingState based(@Nullable String newBaseline, @Nullable String newOrigin) {
    return new HandlingState(newBaseline, newOrigin, handlers, essences, subs, retry);
  }

  /** The same with other records. */
  public HandlingState records(
      Map<String, HandlerRecord> newHandlers, Map<String, HandlerRecord> newSubs) {
    return new HandlingState(baseline, origin, newHandlers, essences, newSubs, retry);
  }

  /** The same after another try was asked for. */
  public HandlingState asked(String newRetry) {
    return new HandlingState(baseline, origin, handlers, essences, subs, newRetry);
  }

  /** The same with only the essences that are named. */
  public HandlingState essences(Map<String, ObjectNode> newEssences) {
    return new HandlingState(baseline, origin, handlers, newEssences, subs, retry);
  }

  /** The same without the sub-handlers of a handler. */
  public HandlingState withoutSubs(String parent) {
    Map<String, HandlerRecord> rest = new TreeMap<>(subs);
    rest.keySet().removeIf(id -> id.startsWith(parent + "/"));
    return records(handlers, rest);
  }
}
