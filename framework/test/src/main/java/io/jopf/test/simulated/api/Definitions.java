package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Serves what custom resource definitions define, and clears up when one is deleted. */
final class Definitions implements Controller {

  private static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";

  private final Kinds kinds;
  private final Store store;
  private final Writes writes;

  Definitions(Kinds kinds, Store store, Writes writes) {
    this.kinds = kinds;
    this.store = store;
    this.writes = writes;
  }

  @Override
  public void changed(Change change) {
    if (DEFINITIONS.equals(change.kind().resource())) {
      if (change.deleted()) {
        kinds.uninstall(change.after());
      } else {
        kinds.install(change.after());
        clearUp(change.kind(), change.after());
      }
    } else if (change.kind().custom() && change.deleted()) {
      Kind definitions = kinds.require("apiextensions.k8s.io", "v1", "customresourcedefinitions");
      ObjectNode definition = store.find(definitions, null, change.kind().resource());
      if (definition != null) {
        clearUp(definitions, definition);
      }
    }
  }

  private void clearUp(Kind definitions, ObjectNode definition) {
    Kind kind = kinds.find(Json.name(definition));
    if (kind == null || Json.meta(definition, "deletionTimestamp") == null) {
      return;
    }
    List<ObjectNode> left = store.list(kind, null);
    if (left.isEmpty()) {
      ObjectNode current = store.find(definitions, null, Json.name(definition));
      if (current != null) {
        Finalizers.remove(writes, definitions, current, NewStatus.DEFINITION_FINALIZER);
      }
    } else {
      left.stream()
          .filter(object -> Json.meta(object, "deletionTimestamp") == null)
          .forEach(object -> writes.delete(kind, object, List.of(), false));
    }
  }
}
