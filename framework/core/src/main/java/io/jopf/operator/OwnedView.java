package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.ObjectKey;
import io.jopf.Owned;
import io.jopf.watch.Labels;
import io.jopf.watch.ObjectCache;
import io.jopf.watch.Owners;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The children of one object; {@code namespace} is its own, empty if it has none. */
record OwnedView<T extends HasMetadata>(
    Copies<T> copies, ObjectCache cache, String uid, String namespace) implements Owned<T> {

  @Override
  public List<T> list() {
    return copies.sorted(cache.controlledBy(uid));
  }

  @Override
  public List<T> list(Map<String, String> labels) {
    return copies.sorted(cache.controlledBy(uid).filter(child -> Labels.areOn(child, labels)));
  }

  @Override
  public Optional<T> named(String name) {
    boolean known = !cache.kind().namespaced() || !namespace.isEmpty();
    Stream<GenericKubernetesResource> found =
        known
            ? Stream.ofNullable(cache.get(key(name))).filter(one -> Owners.isControlledBy(one, uid))
            : cache.controlledBy(uid).filter(one -> one.getMetadata().getName().equals(name));
    return found.findFirst().map(copies::of);
  }

  private ObjectKey key(String name) {
    return new ObjectKey(cache.kind().namespaced() ? namespace : "", name);
  }
}
