package io.jopf.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.ObjectKey;
import io.jopf.cause.Marks;
import io.jopf.client.Fence;
import io.jopf.client.ResourceKind;
import io.jopf.handler.KindOptions;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import io.jopf.patch.Patcher;

/** The objects of a kind that exist for its handlers. */
record SelectedObjects(
    KubernetesClient client, ResourceKind kind, KindOptions options, Marks marks, Patcher patcher) {

  /** The answer to an own write may be of an object that the watch no longer shows. */
  boolean contains(GenericKubernetesResource object) {
    return !options.isSelective() || options.selects(Json.tree(object));
  }

  /** Takes what is ours off an object that the watch shows no longer although it is there. */
  void release(ObjectKey key, String uid, Fence term) {
    if (!options.isSelective()) {
      return;
    }
    GenericKubernetesResource now = kind.in(client, key.namespace(), key.name()).get();
    if (now == null || !now.getMetadata().getUid().equals(uid)) {
      return;
    }
    ObjectNode json = Json.tree(now);
    // it may have come back meanwhile
    if (!options.selects(json)) {
      Changes changes = new Changes(json);
      changes.finalizer(false);
      changes.annotation(marks.state(), null);
      patcher.write(key, uid, changes, term);
    }
  }
}
