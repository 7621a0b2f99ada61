package io.jopf.demo.state;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.demo.example.Example;
import java.util.ArrayList;
import java.util.List;

/** A cluster's objects, written as YAML. */
final class FakeSource implements ObjectSource {

  private final List<GenericKubernetesResource> objects = new ArrayList<>();

  static GenericKubernetesResource object(String yaml) {
    return new KubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class);
  }

  static Example example(String yaml) {
    GenericKubernetesResource object = object(yaml);
    return new Example("file", object.getMetadata().getName(), 0, object);
  }

  /** An object as the cluster has it; those of namespace "demo" are seen. */
  void add(String yaml) {
    GenericKubernetesResource object = object(yaml);
    objects.removeIf(
        o ->
            o.getKind().equals(object.getKind())
                && o.getMetadata().getName().equals(object.getMetadata().getName()));
    objects.add(object);
  }

  void addOwned(String kind, String name, String ownerUid) {
    add(
        """
        apiVersion: v1
        kind: %s
        metadata: {name: %s, namespace: demo, ownerReferences: [{uid: %s}]}
        """
            .formatted(kind, name, ownerUid));
  }

  @Override
  public List<GenericKubernetesResource> list(String kind, String namespace) {
    return objects.stream()
        .filter(o -> o.getKind().equals(kind))
        .filter(o -> namespace.equals(o.getMetadata().getNamespace()))
        .toList();
  }
}
