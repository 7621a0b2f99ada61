package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.ResourceMapper;
import io.jopf.client.ResourceKind;
import io.jopf.watch.CacheListener;
import io.jopf.watch.ObjectCache;
import io.jopf.watch.Owners;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the handled objects that changes of other kinds wake.
 *
 * @param resource the handled kind
 * @param cache its objects
 * @param wake takes their keys
 */
record Wakers(ResourceKind resource, ObjectCache cache, Consumer<ObjectKey> wake) {

  /**
   * Listens to another kind.
   *
   * @param mapper finds the handled objects; null: their controller
   */
  CacheListener of(@Nullable ResourceMapper mapper) {
    return mapper == null
        ? this::childChanged
        : changed -> mapper.map(changed, cache.list().map(ObjectKey::of)).forEach(wake);
  }

  private void childChanged(GenericKubernetesResource child) {
    Owners.controllerOf(child)
        .filter(owner -> Owners.isOf(owner, resource))
        .map(
            owner -> {
              String namespace = child.getMetadata().getNamespace();
              boolean inNamespace = resource.namespaced() && namespace != null;
              return new ObjectKey(inNamespace ? namespace : "", owner.getName());
            })
        .ifPresent(wake);
  }
}
