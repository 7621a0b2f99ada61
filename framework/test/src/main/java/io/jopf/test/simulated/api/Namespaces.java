package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Empties namespaces that are being deleted. */
final class Namespaces implements Controller {

  private final Kinds kinds;
  private final Store store;
  private final Writes writes;

  Namespaces(Kinds kinds, Store store, Writes writes) {
    this.kinds = kinds;
    this.store = store;
    this.writes = writes;
  }

  @Override
  public void changed(Change change) {
    boolean isNamespace = "namespaces".equals(change.kind().resource());
    String name = isNamespace ? Json.name(change.after()) : Json.meta(change.after(), "namespace");
    if (name == null || !(isNamespace || change.deleted())) {
      return;
    }
    Kind namespaces = kinds.require("", "v1", "namespaces");
    ObjectNode namespace = store.find(namespaces, null, name);
    if (namespace == null || Json.meta(namespace, "deletionTimestamp") == null) {
      return;
    }
    boolean empty = true;
    for (Kind kind : kinds.all()) {
      for (ObjectNode object : kind.namespaced() ? store.list(kind, name) : List.<ObjectNode>of()) {
        empty = false;
        if (Json.meta(object, "deletionTimestamp") == null) {
          writes.delete(kind, object, List.of(), false);
        }
      }
    }
    if (empty) {
      Finalizers.remove(writes, namespaces, namespace, NewStatus.NAMESPACE_FINALIZER);
    }
  }
}
