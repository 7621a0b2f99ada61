package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/** Is told when an object has appeared, changed or gone. Must only take note. */
@FunctionalInterface
public interface CacheListener {

  /**
   * Something has changed.
   *
   * @param object as it is or, if it is gone, as it was last known; has no managedFields; shared
   */
  void changed(GenericKubernetesResource object);

  /**
   * An object has come to a later state. Whoever has already seen that state or a later one, in the
   * answer to a write, need not look again.
   *
   * @param state as in {@link #changed}
   */
  default void became(GenericKubernetesResource state) {
    changed(state);
  }
}
