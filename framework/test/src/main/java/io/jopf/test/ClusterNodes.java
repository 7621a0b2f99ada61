package io.jopf.test;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.test.simulated.workload.Nodes;
import java.util.List;

/** Adds and removes nodes. */
final class ClusterNodes {

  private ClusterNodes() {}

  static void set(KubernetesClient client, List<String> names) {
    List<String> there =
        client.nodes().list().getItems().stream().map(n -> n.getMetadata().getName()).toList();
    there.stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> client.nodes().withName(name).delete());
    for (String name : names) {
      if (!there.contains(name)) {
        Node node = Nodes.ready(name);
        client.resource(node).create();
      }
    }
  }
}
