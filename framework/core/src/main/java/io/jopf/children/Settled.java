package io.jopf.children;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which state of a child the API server made of which wish, so that a wish that it stores
 * in other words is not sent again and again. Only the latest ones; forgetting costs one request.
 */
final class Settled {

  private static final int KEPT = 10_000;

  private record Deal(String wish, String version) {}

  private final Map<String, Deal> deals =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deal> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Takes note of an answer.
   *
   * @param wish the hash of what was wished for
   */
  synchronized void remember(String wish, GenericKubernetesResource answer) {
    deals.put(answer.getMetadata().getUid(), deal(wish, answer));
  }

  /** Whether the child is just what the server made of the same wish. */
  synchronized boolean isWhatCameOf(String wish, GenericKubernetesResource child) {
    Deal known = deals.get(child.getMetadata().getUid());
    return known != null && known.equals(deal(wish, child));
  }

  private static Deal deal(String wish, GenericKubernetesResource child) {
    return new Deal(wish, String.valueOf(child.getMetadata().getResourceVersion()));
  }
}
