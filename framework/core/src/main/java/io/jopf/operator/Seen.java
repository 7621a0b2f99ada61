package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.watch.CacheListener;
import io.jopf.watch.Versions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * With which version of each object its last look began. An event that says no more than that wakes
 * nobody: after a storm of changes most events come when their object has been looked at as it is.
 */
final class Seen {

  private final Map<ObjectKey, String> versions = new ConcurrentHashMap<>();

  /**
   * A look begins. No event of the object is judged meanwhile.
   *
   * @param object takes back all wishes for a look until now, then finds the object
   */
  @Nullable GenericKubernetesResource look(
      ObjectKey key, Supplier<@Nullable GenericKubernetesResource> object) {
    Found found = new Found();
    versions.compute(
        key,
        (same, before) -> {
          found.object = object.get();
          return found.object == null ? null : found.object.getMetadata().getResourceVersion();
        });
    return found.object;
  }

  private static final class Found {
    @Nullable GenericKubernetesResource object;
  }

  /** Wants a look at every change that the last look has not seen. */
  CacheListener waking(Consumer<ObjectKey> wake) {
    return new CacheListener() {
      @Override
      public void changed(GenericKubernetesResource object) {
        wake.accept(ObjectKey.of(object));
      }

      @Override
      public void became(GenericKubernetesResource state) {
        versions.compute(
            ObjectKey.of(state),
            (key, seen) -> {
              if (!isSeen(seen, state)) {
                wake.accept(key);
              }
              return seen;
            });
      }
    };
  }

  private static boolean isSeen(@Nullable String seen, GenericKubernetesResource state) {
    return seen != null && Versions.isAtLeast(seen, state.getMetadata().getResourceVersion());
  }

  /** Nothing is known of an object any more. */
  void forget(ObjectKey key) {
    versions.remove(key);
  }
}
