package io.jopf.children;

import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for what cause the children of an object were last brought to what they should be, and
 * how they were then, until the object is gone.
 */
final class Fulfilled {

  record Id(ResourceKind kind, ObjectKey key) {}

  /**
   * What was done.
   *
   * @param cause why, by value
   * @param children all that came of it
   */
  record Deed(Object cause, Map<Id, Shape> children) {}

  /** By the handler, by the parent's UID. */
  private final Map<String, Map<String, Deed>> deeds = new ConcurrentHashMap<>();

  /** What was done for the same cause; null if the last one was another one. */
  @Nullable Deed find(String parent, String handler, Object cause) {
    Deed known = deeds.getOrDefault(parent, Map.of()).get(handler);
    return known != null && known.cause.equals(cause) ? known : null;
  }

  void remember(String parent, String handler, Deed deed) {
    deeds.computeIfAbsent(parent, none -> new ConcurrentHashMap<>()).put(handler, deed);
  }

  void forget(String parent) {
    deeds.remove(parent);
  }
}
