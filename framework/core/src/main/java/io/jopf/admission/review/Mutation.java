package io.jopf.admission.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.Patch;
import io.jopf.json.Json;
import io.jopf.json.MergePatch;
import java.util.function.Consumer;

/** The object as a handler's patches make it. */
final class Mutation {

  private static final String STATUS = "status";

  private JsonNode object;
  private final KubernetesSerialization serialization;

  Mutation(JsonNode object, KubernetesSerialization serialization) {
    this.object = object;
    this.serialization = serialization;
  }

  JsonNode object() {
    return object;
  }

  <T extends HasMetadata> Patch<T> patch(Class<T> type) {
    return new Patch<>() {
      @Override
      public void main(Consumer<T> edit) {
        apply(type, edit, false);
      }

      @Override
      public void status(Consumer<T> edit) {
        apply(type, edit, true);
      }
    };
  }

  /** Only what the edit changes: fields that the class does not know stay as they are. */
  private <T extends HasMetadata> void apply(Class<T> type, Consumer<T> edit, boolean status) {
    if (!(object instanceof ObjectNode whole)) {
      return;
    }
    T typed = serialization.convertValue(whole, type);
    ObjectNode before = Json.tree(typed);
    edit.accept(typed);
    ObjectNode change = MergePatch.between(before, Json.tree(typed));
    if (status) {
      change.retain(STATUS);
    } else {
      change.remove(STATUS);
    }
    object = MergePatch.apply(whole, change);
  }
}
