package io.jopf.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Owned;
import io.jopf.watch.ObjectCache;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The children of one object. */
record OwnedView<T extends HasMetadata>(Copies<T> copies, ObjectCache cache, String uid)
    implements Owned<T> {

  @Override
  public List<T> list() {
    return copies.sorted(cache.controlledBy(uid));
  }

  @Override
  public List<T> list(Map<String, String> labels) {
    return copies.sorted(cache.controlledBy(uid), labels);
  }

  @Override
  public Optional<T> named(String name) {
    return cache
        .controlledBy(uid)
        .filter(one -> one.getMetadata().getName().equals(name))
        .findFirst()
        .map(copies::of);
  }
}
