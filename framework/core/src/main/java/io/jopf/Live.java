package io.jopf;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.Consumer;

/**
 * The object that a daemon looks after, as it is now.
 *
 * @param <T> the handled kind
 */
public interface Live<T extends HasMetadata> {

  /** A fresh copy of the newest known state; of an object that has gone, of its last one. */
  T get();

  /**
   * Changes the object at once. What the daemon does to its {@link Patch} argument is written when
   * it ends.
   *
   * @throws io.fabric8.kubernetes.client.KubernetesClientException if the API server refuses it
   */
  void patch(Consumer<Patch<T>> edits);
}
