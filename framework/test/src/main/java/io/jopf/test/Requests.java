package io.jopf.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.AdmissionRequest;
import io.jopf.ObjectKey;
import io.jopf.Operation;
import io.jopf.client.ResourceKind;
import io.jopf.json.Json;
import org.jspecify.annotations.Nullable;

/** Makes requests to admission handlers. */
final class Requests {

  private Requests() {}

  static AdmissionRequest of(@Nullable HasMetadata before, @Nullable HasMetadata after) {
    HasMetadata object = after == null ? before : after;
    if (object == null) {
      throw new IllegalArgumentException("there is neither an object before nor one after");
    }
    Operation operation =
        before == null ? Operation.CREATE : after == null ? Operation.DELETE : Operation.UPDATE;
    ObjectKey key = ObjectKey.of(object);
    return new AdmissionRequest(
        "test",
        operation,
        ResourceKind.of(object.getClass()).resourceName(),
        "",
        key.namespace(),
        key.name(),
        false,
        AdmissionRequest.User.ANONYMOUS,
        node(after),
        node(before),
        NullNode.getInstance());
  }

  private static JsonNode node(@Nullable HasMetadata object) {
    return object == null ? NullNode.getInstance() : Json.tree(object);
  }
}
