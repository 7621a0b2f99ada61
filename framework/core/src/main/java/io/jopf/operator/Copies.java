package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.ObjectKey;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Gives handlers what is cached, as copies of a class. */
record Copies<T extends HasMetadata>(Class<T> type, KubernetesSerialization serialization) {

  T of(GenericKubernetesResource object) {
    return serialization.convertValue(object, type);
  }

  List<T> sorted(Stream<GenericKubernetesResource> objects) {
    return objects
        .sorted(Comparator.comparing(object -> ObjectKey.of(object).toString()))
        .map(this::of)
        .toList();
  }
}
