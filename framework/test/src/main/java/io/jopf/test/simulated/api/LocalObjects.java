package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link ClusterObjects} on the server's own store. */
final class LocalObjects implements ClusterObjects {

  private static final String MANAGER = "kube-controller-manager";

  private final Store store;
  private final Kinds kinds;
  private final Writes writes;

  LocalObjects(Store store, Kinds kinds, Writes writes) {
    this.store = store;
    this.kinds = kinds;
    this.writes = writes;
  }

  void tell(List<ClusterListener> listeners, Change change) {
    if (!change.kind().custom()
        && Typed.as(KubernetesResource.class, change.after()) instanceof HasMetadata object) {
      listeners.forEach(listener -> listener.changed(object, change.deleted()));
    }
  }

  @Override
  public <T extends HasMetadata> @Nullable T get(
      Class<T> type, @Nullable String namespace, String name) {
    ObjectNode found = store.find(kind(type), namespace, name);
    return found == null ? null : Typed.as(type, found);
  }

  @Override
  public <T extends HasMetadata> List<T> list(Class<T> type, @Nullable String namespace) {
    return store.list(kind(type), namespace).stream().map(o -> Typed.as(type, o)).toList();
  }

  @Override
  public <T extends HasMetadata> List<T> ownedBy(Class<T> type, HasMetadata owner) {
    Kind kind = kind(type);
    List<T> owned = new ArrayList<>();
    for (Store.Ref ref : store.ownedBy(owner.getMetadata().getUid())) {
      ObjectNode found = ref.kind().equals(kind) ? store.find(ref) : null;
      if (found != null) {
        owned.add(Typed.as(type, found));
      }
    }
    return owned;
  }

  @Override
  @SuppressWarnings("unchecked") // the stored object is of the class of the given one
  public <T extends HasMetadata> T create(T object) {
    Kind kind = kind(object.getClass());
    ObjectNode created =
        writes.create(kind, Typed.node(object), WriteOptions.of(MANAGER, null, kind));
    return (T) Typed.as(object.getClass(), created);
  }

  @Override
  public void update(HasMetadata object) {
    write(object, null);
  }

  @Override
  public void updateStatus(HasMetadata object) {
    write(object, "status");
  }

  private void write(HasMetadata object, @Nullable String subresource) {
    Kind kind = kind(object.getClass());
    ObjectNode current = find(kind, object);
    if (current != null) {
      ObjectNode proposed = Typed.node(object);
      Json.metadata(proposed).remove("resourceVersion");
      writes.update(kind, current, proposed, WriteOptions.of(MANAGER, subresource, kind), false);
    }
  }

  @Override
  public void delete(HasMetadata object) {
    Kind kind = kind(object.getClass());
    ObjectNode current = find(kind, object);
    if (current != null) {
      writes.delete(kind, current, List.of(), false);
    }
  }

  private @Nullable ObjectNode find(Kind kind, HasMetadata object) {
    return store.find(kind, object.getMetadata().getNamespace(), object.getMetadata().getName());
  }

  private Kind kind(Class<? extends HasMetadata> type) {
    String group = HasMetadata.getGroup(type);
    String plural = HasMetadata.getPlural(type);
    return kinds.require(group == null ? "" : group, HasMetadata.getVersion(type), plural);
  }
}
