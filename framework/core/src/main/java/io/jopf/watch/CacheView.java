package io.jopf.watch;

import io.jopf.client.ResourceKind;
import java.util.Optional;

/**
 * The caches that the handlers of one kind look at: for every kind they named, the one of their
 * selector.
 */
@FunctionalInterface
public interface CacheView {
  /** The cache of a kind, if the handlers asked for that kind at all. */
  Optional<ObjectCache> find(ResourceKind kind);
}
