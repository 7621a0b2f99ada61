package io.jopf.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.Patch;
import io.jopf.json.Json;
import io.jopf.json.MergePatch;
import io.jopf.patch.Changes;
import java.util.function.Consumer;

/** Edits of a handler, made on the changes that the cycle has collected so far. */
record ObjectPatch<T extends HasMetadata>(
    Class<T> type, Changes changes, KubernetesSerialization serialization) implements Patch<T> {

  @Override
  public void main(Consumer<T> edit) {
    changes.main(object -> edited(object, edit));
  }

  @Override
  public void status(Consumer<T> edit) {
    changes.status(object -> edited(object, edit));
  }

  /** Only what the edit changes: fields that the class does not know stay as they are. */
  private ObjectNode edited(ObjectNode whole, Consumer<T> edit) {
    T object = serialization.convertValue(whole, type);
    ObjectNode before = Json.tree(object);
    edit.accept(object);
    return MergePatch.apply(whole, MergePatch.between(before, Json.tree(object)));
  }
}
