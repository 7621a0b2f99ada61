package io.jopf.bench.jobflow;

import io.fabric8.kubernetes.client.KubernetesClient;

/** The operator, a process of its own: a flow is one object. */
final class FlowOperator implements Contender {

  private final KubernetesClient client;

  FlowOperator(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public String name() {
    return "operator";
  }

  @Override
  public void begin(String namespace, String name, Graph graph) {
    client.resource(Manifests.flow(Manifests.GROUP, namespace, name, graph)).create();
  }

  @Override
  public void close() {
    // its process is somebody else's
  }
}
