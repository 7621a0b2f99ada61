package io.jopf.test.simulated.api;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Hears of every change of built-in kinds, after the request that made it. */
@FunctionalInterface
public interface ClusterListener {

  /**
   * An object was created, changed or deleted.
   *
   * @param object its state after the change; may be outdated by now
   * @param deleted whether it is gone
   */
  void changed(HasMetadata object, boolean deleted);
}
