package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.jopf.ObjectKey;
import io.jopf.ResourceMapper;
import io.jopf.Watched;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.plan.OwnLabels;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows the Pods of a notebook by their label; the ReplicaSet in between is not watched. */
@Singleton
final class NotebookOfPod implements ResourceMapper {

  @Override
  public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
    return Stream.ofNullable(nameIn(changed))
        .map(name -> new ObjectKey(changed.getMetadata().getNamespace(), name));
  }

  static List<Pod> podsOf(JupyterNotebook notebook, Watched<Pod> pods) {
    ObjectKey key = ObjectKey.of(notebook);
    return pods.list(Map.of(OwnLabels.POD_SELECTOR, key.name())).stream()
        .filter(pod -> key.namespace().equals(pod.getMetadata().getNamespace()))
        .toList();
  }

  private static @Nullable String nameIn(HasMetadata pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return labels == null ? null : labels.get(OwnLabels.POD_SELECTOR);
  }
}
