package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.intake.Objects;
import io.jopf.watch.ObjectCache;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects that the watch knows, and our own latest writes. */
record CachedObjects(ObjectCache cache) implements Objects {

  @Override
  public @Nullable GenericKubernetesResource get(ObjectKey key) {
    return cache.get(key);
  }

  @Override
  public Stream<ObjectKey> keys() {
    return cache.keys();
  }
}
