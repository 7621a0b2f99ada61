package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.settings.NetworkSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code <name>}: lets only those who lead users to the notebook, and the operator, call it. What
 * the notebook calls is not limited.
 */
final class NotebookPolicy {

  private NotebookPolicy() {}

  /** The policy of one notebook. */
  static NetworkPolicy of(NotebookPlan plan) {
    return new NetworkPolicyBuilder()
        .withMetadata(DesiredObjects.metadata(plan, plan.name()))
        .withNewSpec()
        .withNewPodSelector()
        .withMatchLabels(NotebookDeployment.selector(plan))
        .endPodSelector()
        .withPolicyTypes("Ingress")
        .addNewIngress()
        .withFrom(callers(plan.ingress().network()))
        .addNewPort()
        .withProtocol("TCP")
        .withPort(new IntOrString(NotebookService.PORT))
        .endPort()
        .endIngress()
        .endSpec()
        .build();
  }

  private static List<NetworkPolicyPeer> callers(NetworkSettings network) {
    List<NetworkPolicyPeer> callers = new ArrayList<>();
    network.controllerNamespaces().forEach(name -> callers.add(in(name, Map.of())));
    String operator = network.operatorNamespace();
    if (operator != null) {
      callers.add(in(operator, Map.of("application", "jupyter-operator")));
    }
    return callers;
  }

  private static NetworkPolicyPeer in(String namespace, Map<String, String> labels) {
    NetworkPolicyPeerBuilder peer =
        new NetworkPolicyPeerBuilder()
            .withNewNamespaceSelector()
            .addToMatchLabels("kubernetes.io/metadata.name", namespace)
            .endNamespaceSelector();
    return labels.isEmpty()
        ? peer.build()
        : peer.withNewPodSelector().withMatchLabels(labels).endPodSelector().build();
  }
}
