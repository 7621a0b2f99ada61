package io.jopf.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.ObjectKey;
import io.jopf.Watched;
import io.jopf.watch.ObjectCache;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a watched kind; {@code namespace} is where names are looked up. */
record WatchedView<T extends HasMetadata>(Copies<T> copies, ObjectCache cache, String namespace)
    implements Watched<T> {

  @Override
  public List<T> list() {
    return copies.sorted(cache.list());
  }

  @Override
  public List<T> list(Map<String, String> labels) {
    return copies.sorted(cache.list(labels));
  }

  @Override
  public Optional<T> named(String name) {
    return Optional.ofNullable(cache.get(new ObjectKey(namespace, name))).map(copies::of);
  }
}
