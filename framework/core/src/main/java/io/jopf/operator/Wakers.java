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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the handled objects that changes of other kinds wake.
 *
 * @param resource the handled kind
 * @param cache its objects
 * @param wake takes their keys
 */
record Wakers(ResourceKind resource, ObjectCache cache, Consumer<ObjectKey> wake) {

  private static final Logger LOG = LoggerFactory.getLogger(Wakers.class);

  /**
   * Listens to another kind, or to the handled one.
   *
   * @param mapper finds the handled objects; null: their controller
   */
  CacheListener of(ResourceKind watched, @Nullable ResourceMapper mapper) {
    return mapper == null ? this::childChanged : changed -> map(watched, mapper, changed);
  }

  private void map(ResourceKind watched, ResourceMapper mapper, GenericKubernetesResource changed) {
    // what concerns an object itself wakes it anyway, and its own writes are not to
    ObjectKey itself = watched.equals(resource) ? ObjectKey.of(changed) : null;
    try {
      mapper.map(changed, cache.keys()).filter(key -> !key.equals(itself)).forEach(wake);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error(
          "{}: {} failed, nothing is woken by this change of {} {}",
          resource.resourceName(),
          mapper.getClass().getName(),
          watched.resourceName(),
          ObjectKey.of(changed),
          e);
    }
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
