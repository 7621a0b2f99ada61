package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Writes objects of a cache for somebody who has seen the answers and need not hear of what it made
 * itself, whatever its writes carry. Those of everybody else are told, in this process or not.
 */
public final class CacheWriter {

  private final ObjectCache cache;
  private final Echoes echoes = new Echoes();
  private final List<CacheListener> listeners = new CopyOnWriteArrayList<>();

  CacheWriter(ObjectCache cache) {
    this.cache = cache;
  }

  /** Adds somebody to tell of changes, but not of the echoes of these writes; before the start. */
  public void listen(CacheListener listener) {
    listeners.add(listener);
  }

  /**
   * The same as {@link ObjectCache#write}.
   *
   * @param seen asked when the answer is there: whether anybody sees it
   * @return the answer
   */
  public GenericKubernetesResource write(
      ObjectKey key, Supplier<GenericKubernetesResource> request, BooleanSupplier seen) {
    echoes.begin(key);
    GenericKubernetesResource answer = null;
    try {
      answer = cache.write(key, request);
      return answer;
    } finally {
      GenericKubernetesResource known = seen.getAsBoolean() ? answer : null;
      echoes.end(key, known).forEach(state -> tell(state, true));
      if (answer != null && cache.isPast(key, answer)) {
        // its event has come, or another one in its place
        echoes.forget(key);
      }
    }
  }

  void delivered(Delivery delivery) {
    GenericKubernetesResource latest = delivery.latest();
    if (!delivery.isProgress()) {
      // gone, or put back to the past, where versions come a second time
      forget(latest);
      tell(latest, false);
    } else if (!echoes.take(latest, false)) {
      tell(latest, true);
    }
  }

  /** An answer is not believed any more. */
  void forgotten(GenericKubernetesResource written) {
    forget(written);
    tell(written, false);
  }

  private void forget(GenericKubernetesResource object) {
    echoes.forget(ObjectKey.of(object));
  }

  private void tell(GenericKubernetesResource object, boolean progress) {
    for (CacheListener listener : listeners) {
      if (progress) {
        listener.became(object);
      } else {
        listener.changed(object);
      }
    }
  }
}
