package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.jopf.jupyter.plan.NotebookPlan;

/** {@code <name>}: the one address of the Pod. */
final class NotebookService {

  static final int PORT = 8888;
  static final String PORT_NAME = "8888-tcp";

  private NotebookService() {}

  static Service of(NotebookPlan plan) {
    return new ServiceBuilder()
        .withMetadata(DesiredObjects.metadata(plan, plan.name()))
        .withNewSpec()
        .withType("ClusterIP")
        .withSelector(NotebookDeployment.selector(plan))
        .addNewPort()
        .withName(PORT_NAME)
        .withProtocol("TCP")
        .withPort(PORT)
        .withNewTargetPort(PORT)
        .endPort()
        .endSpec()
        .build();
  }
}
