package io.jopf;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
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

  /**
   * Those that carry all these labels, by key. Looks at those with the rarest of them; the first
   * time that the name of a label is asked for, at all there are.
   */
  List<T> list(Map<String, String> labels);

  /** The one with this name in the namespace of the handled object, or without namespace. */
  Optional<T> named(String name);
}
