package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import org.jspecify.annotations.Nullable;

/** Keeps objects without managedFields, which are half of a small object's memory. */
final class SlimStore extends BasicItemStore<GenericKubernetesResource> {

  SlimStore() {
    super(Cache::metaNamespaceKeyFunc);
  }

  @Override
  public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource object) {
    object.getMetadata().setManagedFields(null);
    return super.put(key, object);
  }
}
