package io.jopf.children;

import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for what cause the children of an object were last brought to what they should be, and
 * how they were then. Only the latest ones; forgetting costs that all are made and compared again.
 */
final class Fulfilled {

  private static final int KEPT = 10_000;

  record Id(ResourceKind kind, ObjectKey key) {}

  private record Whose(String parent, String handler) {}

  /**
   * What was done.
   *
   * @param cause why, by value
   * @param children all that came of it
   */
  record Deed(Object cause, Map<Id, Shape> children) {}

  private final Map<Whose, Deed> deeds =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Whose, Deed> eldest) {
          return size() > KEPT;
        }
      };

  /** What was done for the same cause; null if the last one was another one, or is forgotten. */
  synchronized @Nullable Deed find(String parent, String handler, Object cause) {
    Deed known = deeds.get(new Whose(parent, handler));
    return known != null && known.cause.equals(cause) ? known : null;
  }

  synchronized void remember(String parent, String handler, Deed deed) {
    deeds.put(new Whose(parent, handler), deed);
  }
}
