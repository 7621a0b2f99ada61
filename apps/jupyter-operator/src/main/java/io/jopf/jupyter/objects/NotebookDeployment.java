package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.OwnLabels;
import io.jopf.jupyter.plan.RunPlan;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code <name>}: keeps one Pod running. */
public final class NotebookDeployment {

  private NotebookDeployment() {}

  /** The request to begin anew that the Pod was made for; null for none. */
  public static @Nullable String restartOf(@Nullable Deployment deployment) {
    return Optional.ofNullable(deployment)
        .map(Deployment::getSpec)
        .map(DeploymentSpec::getTemplate)
        .map(PodTemplateSpec::getMetadata)
        .map(ObjectMeta::getAnnotations)
        .map(annotations -> annotations.get(RunPlan.RESTART))
        .orElse(null);
  }

  static Map<String, String> selector(NotebookPlan plan) {
    return Map.of(OwnLabels.POD_SELECTOR, plan.name());
  }

  static Deployment of(NotebookPlan plan) {
    return new DeploymentBuilder()
        .withMetadata(DesiredObjects.metadata(plan, plan.name()))
        .withNewSpec()
        .withReplicas(plan.run().stopped() ? 0 : 1)
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
