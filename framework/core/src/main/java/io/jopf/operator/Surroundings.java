package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.Live;
import io.jopf.ObjectKey;
import io.jopf.client.Fence;
import io.jopf.index.Indices;
import io.jopf.intake.Extras;
import io.jopf.intake.Objects;
import io.jopf.memo.Memos;
import io.jopf.patch.Changes;

/**
 * What handlers may ask for besides their object.
 *
 * @param memos of the kind
 * @param indices of the operator
 * @param objects of the kind
 * @param write writes changes of an object at once, within a term
 * @param extras for one call
 * @param term of that call
 */
record Surroundings(
    Memos memos, Indices indices, Objects objects, Writer write, Extras extras, Fence term) {

  /** Writes changes of an object as long as a term holds. */
  @FunctionalInterface
  interface Writer {
    void write(GenericKubernetesResource object, Changes changes, Fence term);
  }

  /** What one call may ask for; a daemon of an earlier term cannot write in a later one. */
  Surroundings with(Extras more, Fence present) {
    return new Surroundings(memos, indices, objects, write, more, present);
  }

  void write(GenericKubernetesResource object, Changes changes) {
    write.write(object, changes, term);
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
