package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.OwnLabels;
import java.util.Map;

/** {@code <name>}: keeps one Pod running. */
final class NotebookDeployment {

  private NotebookDeployment() {}

  static Map<String, String> selector(NotebookPlan plan) {
    return Map.of(OwnLabels.POD_SELECTOR, plan.name());
  }

  static Deployment of(NotebookPlan plan) {
    return new DeploymentBuilder()
        .withMetadata(DesiredObjects.metadata(plan, plan.name()))
        .withNewSpec()
        .withReplicas(plan.stopped() ? 0 : 1)
        .withNewStrategy()
        // two servers on the same files would lock each other's databases
        .withType("Recreate")
        .endStrategy()
        .withNewSelector()
        .withMatchLabels(selector(plan))
        .endSelector()
        .withTemplate(NotebookPod.of(plan))
        .endSpec()
        .build();
  }
}
