package io.jopf;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/**
 * The objects of a kind that the handler {@code @Watches}, from the cache. Each call gives fresh
 * copies.
 *
 * @param <T> the watched kind
 */
public interface Watched<T extends HasMetadata> {

  /** All of them, everywhere the operator looks, by key. */
  List<T> list();

  /** The one with this name in the namespace of the handled object, or without namespace. */
  Optional<T> named(String name);
}
