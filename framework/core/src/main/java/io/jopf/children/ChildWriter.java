package io.jopf.children;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.Children;
import io.jopf.ForeignObjectException;
import io.jopf.ObjectKey;
import io.jopf.TemporaryException;
import io.jopf.client.ResourceKind;
import io.jopf.json.Json;
import io.jopf.watch.CacheView;
import io.jopf.watch.ObjectCache;
import io.jopf.watch.Owners;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The children of one object; see the package's contract. */
public final class ChildWriter implements Children {

  private static final Duration OLD_CHILD_PAUSE = Duration.ofSeconds(1);

  private final KubernetesClient client;
  private final CacheView caches;
  private final String operator;
  private final GenericKubernetesResource parent;

  /**
   * A writer for one parent.
   *
   * @param operator the operator's name: field manager and prefix of its annotation
   */
  public ChildWriter(
      KubernetesClient client,
      CacheView caches,
      String operator,
      GenericKubernetesResource parent) {
    this.client = client;
    this.caches = caches;
    this.operator = operator;
    this.parent = parent;
  }

  @Override
  public <T extends HasMetadata> T apply(T desired) {
    ResourceKind kind = ResourceKind.of(desired.getClass());
    ObjectNode wanted = prepared(desired, kind, true);
    ObjectKey key = key(desired, kind);
    Optional<ObjectCache> cache = caches.find(kind);
    GenericKubernetesResource existing = cache.map(known -> known.get(key)).orElse(null);
    if (existing == null) {
      // a watch with a selector does not show who else has the name
      existing = kind.in(client, key.namespace(), key.name()).get();
    }
    boolean fresh = existing == null;
    if (existing != null) {
      refuseForeign(kind, key, existing);
      if (Matching.contains(Json.tree(existing), wanted)) {
        return typed(desired, existing);
      }
    }
    var target =
        client
            .resource(client.getKubernetesSerialization().convertValue(wanted, desired.getClass()))
            .fieldManager(operator);
    // a new object takes nobody's fields: a conflict then means that somebody was faster
    HasMetadata written =
        fresh ? target.serverSideApply() : target.forceConflicts().serverSideApply();
    GenericKubernetesResource answer = generic(written);
    refuseForeign(kind, key, answer);
    cache.ifPresent(known -> known.remember(answer));
    return typed(desired, answer);
  }

  @Override
  public <T extends HasMetadata> T create(T desired) {
    ResourceKind kind = ResourceKind.of(desired.getClass());
    ObjectKey key = key(desired, kind);
    Optional<ObjectCache> cache = caches.find(kind);
    GenericKubernetesResource existing = cache.map(known -> known.get(key)).orElse(null);
    if (existing == null) {
      try {
        existing = post(desired, kind);
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          throw e;
        }
        existing = kind.in(client, key.namespace(), key.name()).get();
        if (existing == null) {
          throw new TemporaryException(kind.kind() + " " + key + " has just gone", Duration.ZERO);
        }
      }
      GenericKubernetesResource answer = existing;
      cache.ifPresent(known -> known.remember(answer));
    }
    refuseForeign(kind, key, existing);
    return typed(desired, existing);
  }

  @Override
  public void delete(HasMetadata child) {
    ResourceKind kind = ResourceKind.of(child.getClass());
    ObjectKey key = key(child, kind);
    var target = kind.in(client, key.namespace(), key.name());
    GenericKubernetesResource existing = target.get();
    if (existing != null && existing.getMetadata().getDeletionTimestamp() == null) {
      refuseForeign(kind, key, existing);
      target.lockResourceVersion(existing.getMetadata().getResourceVersion()).delete();
    }
  }

  private GenericKubernetesResource post(HasMetadata desired, ResourceKind kind) {
    GenericKubernetesResource body =
        Json.MAPPER.convertValue(prepared(desired, kind, false), GenericKubernetesResource.class);
    String namespace = body.getMetadata().getNamespace();
    var all = kind.in(client);
    var target = kind.namespaced() ? all.inNamespace(namespace).resource(body) : all.resource(body);
    return target.create();
  }

  private ObjectNode prepared(HasMetadata desired, ResourceKind kind, boolean marked) {
    ObjectNode object = Json.tree(desired);
    ObjectNode metadata = object.withObject("/metadata");
    if (kind.namespaced()) {
      metadata.put("namespace", key(desired, kind).namespace());
    }
    metadata.set("ownerReferences", Json.node(List.of(controller())));
    if (marked) {
      // differs as soon as a field is no longer asked for, which the field's absence cannot show
      String hash = Json.hash(object);
      object.withObject("/metadata/annotations").put(operator + ".jopf.io/applied", hash);
    }
    return object;
  }

  private OwnerReference controller() {
    return new OwnerReferenceBuilder()
        .withApiVersion(parent.getApiVersion())
        .withKind(parent.getKind())
        .withName(parent.getMetadata().getName())
        .withUid(parent.getMetadata().getUid())
        .withController(true)
        .withBlockOwnerDeletion(true)
        .build();
  }

  private ObjectKey key(HasMetadata desired, ResourceKind kind) {
    String own = desired.getMetadata().getNamespace();
    String inherited = own == null ? parent.getMetadata().getNamespace() : own;
    return new ObjectKey(
        kind.namespaced() && inherited != null ? inherited : "", desired.getMetadata().getName());
  }

  private void refuseForeign(ResourceKind kind, ObjectKey key, GenericKubernetesResource existing) {
    boolean ours = Owners.isControlledBy(existing, parent.getMetadata().getUid());
    if (ours && existing.getMetadata().getDeletionTimestamp() == null) {
      return;
    }
    if (ours || isOfEarlierParent(existing)) {
      throw new TemporaryException(
          kind.kind() + " " + key + " is still being deleted", OLD_CHILD_PAUSE);
    }
    throw new ForeignObjectException(kind.kind(), key);
  }

  private boolean isOfEarlierParent(GenericKubernetesResource existing) {
    return Owners.controllerOf(existing)
        .filter(owner -> Owners.isOf(owner, parent))
        .filter(owner -> owner.getName().equals(parent.getMetadata().getName()))
        .isPresent();
  }

  @SuppressWarnings("unchecked") // of the class that was asked for
  private <T extends HasMetadata> T typed(T like, GenericKubernetesResource object) {
    return (T) client.getKubernetesSerialization().convertValue(object, like.getClass());
  }

  private GenericKubernetesResource generic(HasMetadata object) {
    return client
        .getKubernetesSerialization()
        .convertValue(object, GenericKubernetesResource.class);
  }
}
