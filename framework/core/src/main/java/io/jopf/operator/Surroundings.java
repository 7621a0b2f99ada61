package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.Live;
import io.jopf.ObjectKey;
import io.jopf.index.Indices;
import io.jopf.intake.Extras;
import io.jopf.intake.Objects;
import io.jopf.memo.Memos;
import io.jopf.patch.Changes;
import java.util.function.BiConsumer;

/**
 * What handlers may ask for besides their object.
 *
 * @param memos of the kind
 * @param indices of the operator
 * @param objects of the kind
 * @param write writes changes of an object at once
 * @param extras for one call
 */
record Surroundings(
    Memos memos,
    Indices indices,
    Objects objects,
    BiConsumer<GenericKubernetesResource, Changes> write,
    Extras extras) {

  Surroundings with(Extras more) {
    return new Surroundings(memos, indices, objects, write, more);
  }

  <T extends HasMetadata> Live<T> live(
      GenericKubernetesResource object, Class<T> type, KubernetesSerialization serialization) {
    return new LiveObject<>(this, object, type, serialization);
  }

  /** The newest state of an object; of one that has gone or was made anew, the given one. */
  GenericKubernetesResource newest(GenericKubernetesResource object) {
    GenericKubernetesResource now = objects.get(ObjectKey.of(object));
    return now != null && now.getMetadata().getUid().equals(object.getMetadata().getUid())
        ? now
        : object;
  }
}
