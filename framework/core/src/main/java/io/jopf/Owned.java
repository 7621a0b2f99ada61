package io.jopf;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The children of one kind that the handled object controls (by owner UID), from the cache and
 * including the handler's own latest writes. Each call gives fresh copies, also after the handler
 * has ended.
 *
 * @param <T> the children's kind
 */
public interface Owned<T extends HasMetadata> {

  /** All of them, by name. */
  List<T> list();

  /** Those that carry all these labels, by name. Copies no others. */
  List<T> list(Map<String, String> labels);

  /** The one with this name. */
  Optional<T> named(String name);
}
