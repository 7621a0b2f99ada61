package io.jopf.children;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.ObjectKey;
import io.jopf.client.Fence;
import io.jopf.client.ResourceKind;
import io.jopf.client.WriteListener;
import io.jopf.watch.ObjectCache;
import java.net.HttpURLConnection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one call of a handler has applied, and what it has to take away for that. */
final class Pruning {

  private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);

  private record Id(ResourceKind kind, ObjectKey key) {}

  private final Set<ResourceKind> kinds = new LinkedHashSet<>();
  private final Set<Id> applied = ConcurrentHashMap.newKeySet();
  private final String annotation;
  private final String handler;

  Pruning(String operator, String handler, List<Class<? extends HasMetadata>> kinds) {
    this.annotation = operator + ".jopf.io/pruned-by";
    this.handler = handler;
    kinds.forEach(kind -> this.kinds.add(ResourceKind.of(kind)));
  }

  /** The annotation that a child of this kind carries, so that it is known as ours to take away. */
  Map<String, String> mark(ResourceKind kind) {
    return kinds.contains(kind) ? Map.of(annotation, handler) : Map.of();
  }

  void applied(ResourceKind kind, ObjectKey key) {
    applied.add(new Id(kind, key));
  }

  /** Deletes what this handler has marked and not applied this time. */
  void run(
      KubernetesClient client, CacheLookup caches, Parent parent, Fence fence, WriteListener told) {
    for (ResourceKind kind : kinds) {
      List<GenericKubernetesResource> left =
          caches.of(kind).controlledBy(parent.uid()).filter(child -> isLeft(kind, child)).toList();
      for (GenericKubernetesResource child : left) {
        fence.check();
        delete(client, kind, child, (what, write) -> told.telling(parent.key(), what, write));
      }
    }
  }

  private boolean isLeft(ResourceKind kind, GenericKubernetesResource child) {
    Map<String, String> annotations = child.getMetadata().getAnnotations();
    return annotations != null
        && handler.equals(annotations.get(annotation))
        && child.getMetadata().getDeletionTimestamp() == null
        && !applied.contains(new Id(kind, ObjectKey.of(child)));
  }

  private static void delete(
      KubernetesClient client,
      ResourceKind kind,
      GenericKubernetesResource child,
      BiConsumer<String, Supplier<?>> telling) {
    ObjectKey key = ObjectKey.of(child);
    try {
      var locked =
          kind.in(client, key.namespace(), key.name())
              .lockResourceVersion(child.getMetadata().getResourceVersion());
      telling.accept("prune " + kind.kind() + " " + key, locked::delete);
      LOG.info("{} {} is not applied any more and deleted", kind.kind(), key);
    } catch (KubernetesClientException e) {
      int code = e.getCode();
      // gone, or changed: the next event brings the newer one
      if (code != HttpURLConnection.HTTP_NOT_FOUND && code != HttpURLConnection.HTTP_CONFLICT) {
        throw e;
      }
    }
  }

  /** The cache of an owned kind, which is always there. */
  @FunctionalInterface
  interface CacheLookup {
    ObjectCache of(ResourceKind kind);
  }
}
