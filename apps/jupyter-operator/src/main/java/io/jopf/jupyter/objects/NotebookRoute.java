package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.settings.NetworkSettings.Gateway;
import java.util.Optional;

/** {@code <name>}: leads the path of the notebook from a Gateway to its Service. */
final class NotebookRoute {

  private NotebookRoute() {}

  /** Empty where there is no Gateway. */
  static Optional<HTTPRoute> of(NotebookPlan plan) {
    return Optional.ofNullable(plan.ingress().network().gateway())
        .map(gateway -> from(gateway, plan));
  }

  private static HTTPRoute from(Gateway gateway, NotebookPlan plan) {
    return new HTTPRouteBuilder()
        .withMetadata(DesiredObjects.metadata(plan, plan.name()))
        .withNewSpec()
        .addNewParentRef()
        .withNamespace(gateway.namespace())
        .withName(gateway.name())
        .endParentRef()
        .withHostnames(plan.ingress().domain())
        .addNewRule()
        .addNewMatch()
        .withNewPath()
        .withType("PathPrefix")
        .withValue("/" + plan.name())
        .endPath()
        .endMatch()
        .addNewBackendRef()
        .withName(plan.name())
        .withPort(NotebookService.PORT)
        .endBackendRef()
        .endRule()
        .endSpec()
        .build();
  }
}
