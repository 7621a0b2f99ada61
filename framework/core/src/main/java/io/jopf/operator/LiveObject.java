package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.Live;
import io.jopf.Patch;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import java.util.function.Consumer;

/** The object of a daemon, read and written at once. */
final class LiveObject<T extends HasMetadata> implements Live<T> {

  private final Surroundings surroundings;
  private final Class<T> type;
  private final KubernetesSerialization serialization;
  private volatile GenericKubernetesResource last;

  LiveObject(
      Surroundings surroundings,
      GenericKubernetesResource object,
      Class<T> type,
      KubernetesSerialization serialization) {
    this.surroundings = surroundings;
    this.last = object;
    this.type = type;
    this.serialization = serialization;
  }

  private GenericKubernetesResource newest() {
    GenericKubernetesResource now = surroundings.newest(last);
    last = now;
    return now;
  }

  @Override
  public T get() {
    return serialization.convertValue(newest(), type);
  }

  @Override
  public void patch(Consumer<Patch<T>> edits) {
    GenericKubernetesResource now = newest();
    Changes changes = new Changes(Json.tree(now));
    edits.accept(new ObjectPatch<>(type, changes, serialization));
    surroundings.write(now, changes);
  }
}
