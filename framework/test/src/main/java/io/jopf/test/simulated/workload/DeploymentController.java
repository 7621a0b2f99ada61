package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentConditionBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.time.Time;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one ReplicaSet per pod template of a Deployment. A new one replaces the old at once under
 * the strategy Recreate, else when its pods are ready.
 */
final class DeploymentController extends Part {

  private static final String HASH = "pod-template-hash";

  DeploymentController(ApiServer server, Time time) {
    super(server, time);
  }

  @Override
  public void changed(HasMetadata object, boolean deleted) {
    if (object instanceof Deployment && !deleted) {
      reconcile(object.getMetadata().getNamespace(), object.getMetadata().getName());
    } else if (object instanceof ReplicaSet) {
      String name = ownerName(object, "Deployment");
      if (name != null) {
        reconcile(object.getMetadata().getNamespace(), name);
      }
    }
  }

  private void reconcile(String namespace, String name) {
    Deployment deployment = objects.get(Deployment.class, namespace, name);
    if (deployment == null || isTerminating(deployment)) {
      return;
    }
    String hash = Integer.toHexString(deployment.getSpec().getTemplate().hashCode());
    int wanted = deployment.getSpec().getReplicas();
    boolean recreate = "Recreate".equals(deployment.getSpec().getStrategy().getType());
    ReplicaSet newest = null;
    int running = 0;
    for (ReplicaSet set : objects.ownedBy(ReplicaSet.class, deployment)) {
      if (hash.equals(set.getMetadata().getLabels().get(HASH))) {
        newest = set;
      } else {
        running += set.getSpec().getReplicas();
      }
    }
    if (newest == null) {
      newest = objects.create(replicaSet(deployment, hash));
    } else if (newest.getSpec().getReplicas() != wanted) {
      scale(newest, wanted);
    }
    if (running > 0 && (recreate || ready(newest) >= wanted)) {
      objects.ownedBy(ReplicaSet.class, deployment).stream()
          .filter(set -> !hash.equals(set.getMetadata().getLabels().get(HASH)))
          .forEach(set -> scale(set, 0));
    }
    observe(deployment, newest);
  }

  private void scale(ReplicaSet set, int replicas) {
    if (set.getSpec().getReplicas() != replicas) {
      set.getSpec().setReplicas(replicas);
      objects.update(set);
    }
  }

  private static int ready(ReplicaSet set) {
    return set.getStatus() == null ? 0 : orZero(set.getStatus().getReadyReplicas());
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static ReplicaSet replicaSet(Deployment deployment, String hash) {
    PodTemplateSpec template =
        new PodTemplateSpecBuilder(deployment.getSpec().getTemplate())
            .editOrNewMetadata()
            .addToLabels(HASH, hash)
            .endMetadata()
            .build();
    return new ReplicaSetBuilder()
        .withNewMetadata()
        .withName(deployment.getMetadata().getName() + "-" + hash)
        .withNamespace(deployment.getMetadata().getNamespace())
        .withLabels(template.getMetadata().getLabels())
        .withOwnerReferences(ownedBy(deployment))
        .endMetadata()
        .withNewSpec()
        .withReplicas(deployment.getSpec().getReplicas())
        .withNewSelector()
        .withMatchLabels(deployment.getSpec().getSelector().getMatchLabels())
        .addToMatchLabels(HASH, hash)
        .endSelector()
        .withTemplate(template)
        .endSpec()
        .build();
  }

  private void observe(Deployment deployment, ReplicaSet newest) {
    int wanted = deployment.getSpec().getReplicas();
    int replicas = 0;
    int ready = 0;
    for (ReplicaSet set : objects.ownedBy(ReplicaSet.class, deployment)) {
      replicas += set.getStatus() == null ? 0 : orZero(set.getStatus().getReplicas());
      ready += ready(set);
    }
    boolean done = ready(newest) >= wanted;
    deployment.setStatus(
        new DeploymentStatusBuilder()
            .withObservedGeneration(deployment.getMetadata().getGeneration())
            .withReplicas(replicas == 0 ? null : replicas)
            .withUpdatedReplicas(wanted == 0 ? null : wanted)
            .withReadyReplicas(ready == 0 ? null : ready)
            .withAvailableReplicas(ready == 0 ? null : ready)
            .withUnavailableReplicas(ready >= wanted ? null : wanted - ready)
            .withConditions(
                condition(
                    deployment,
                    "Available",
                    ready >= wanted,
                    ready >= wanted ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable"),
                condition(
                    deployment,
                    "Progressing",
                    true,
                    done ? "NewReplicaSetAvailable" : "ReplicaSetUpdated"))
            .build());
    objects.updateStatus(deployment);
  }

  private DeploymentCondition condition(
      Deployment deployment, String type, boolean is, String reason) {
    @Nullable DeploymentStatus status = deployment.getStatus();
    List<DeploymentCondition> before = status == null ? List.of() : status.getConditions();
    String value = is ? "True" : "False";
    String since = timestamp();
    for (DeploymentCondition condition : before) {
      if (type.equals(condition.getType()) && value.equals(condition.getStatus())) {
        since = condition.getLastTransitionTime();
      }
    }
    return new DeploymentConditionBuilder()
        .withType(type)
        .withStatus(value)
        .withReason(reason)
        .withLastTransitionTime(since)
        .withLastUpdateTime(since)
        .build();
  }
}
