package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;

/** Takes the cluster's own finalizers off objects. */
final class Finalizers {

  private Finalizers() {}

  /** Removes a finalizer, and with the last one the object. */
  static void remove(Writes writes, Kind kind, ObjectNode object, String finalizer) {
    ObjectNode next = object.deepCopy();
    for (JsonNode list :
        List.of(next.path("metadata").path("finalizers"), next.path("spec").path("finalizers"))) {
      for (Iterator<JsonNode> all = list.iterator(); all.hasNext(); ) {
        if (finalizer.equals(all.next().asText())) {
          all.remove();
        }
      }
    }
    writes.update(
        kind, object, next, WriteOptions.of("kube-controller-manager", null, kind), false);
  }
}
