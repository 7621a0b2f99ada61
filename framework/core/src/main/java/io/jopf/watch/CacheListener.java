package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/** Wants to know that an object was added, changed or deleted. Must only take note. */
@FunctionalInterface
public interface CacheListener {
  /**
   * Something happened to an object.
   *
   * @param object as it is now, or as it was last known if deleted
   */
  void changed(GenericKubernetesResource object);
}
