package io.jopf.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@Scenario
class DeploymentsTest {

  private static Deployment deployment(boolean neverReady) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("web")
        .endMetadata()
        .withNewSpec()
        .withReplicas(2)
        .withNewStrategy()
        .withType("Recreate")
        .endStrategy()
        .withNewSelector()
        .addToMatchLabels("app", "web")
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app", "web")
        .addToAnnotations("test.jopf.io/never-ready", Boolean.toString(neverReady))
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("main")
        .withImage("web:1")
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static boolean isAvailable(Cluster cluster) {
    Deployment found = cluster.get(Deployment.class, "web");
    return found != null
        && found.getStatus() != null
        && found.getStatus().getConditions().stream()
            .anyMatch(c -> "Available".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  private static List<Pod> pods(Cluster cluster) {
    return cluster.client().pods().withLabel("app", "web").list().getItems();
  }

  @Test
  void a_deployment_becomes_available_when_its_pods_are_ready(Cluster cluster) {
    cluster.client().resource(deployment(false)).create();

    cluster.await("it is available", () -> isAvailable(cluster));
    cluster.await("both are ready", () -> ready(cluster) == 2);
    Deployment stored = Objects.requireNonNull(cluster.get(Deployment.class, "web"));
    assertThat(stored.getStatus().getObservedGeneration())
        .isEqualTo(stored.getMetadata().getGeneration());
    assertThat(stored.getStatus().getAvailableReplicas()).isEqualTo(2);
    assertThat(pods(cluster)).hasSize(2);
  }

  private static int ready(Cluster cluster) {
    Integer ready =
        Objects.requireNonNull(cluster.get(Deployment.class, "web")).getStatus().getReadyReplicas();
    return ready == null ? 0 : ready;
  }

  @Test
  void a_deployment_whose_pods_never_get_ready_stays_unavailable(Cluster cluster) {
    cluster.client().resource(deployment(true)).create();

    cluster.await(
        "its pods run",
        () ->
            pods(cluster).stream().filter(p -> "Running".equals(p.getStatus().getPhase())).count()
                == 2);
    cluster.await(
        "it counts them",
        () ->
            Integer.valueOf(2)
                .equals(
                    Objects.requireNonNull(cluster.get(Deployment.class, "web"))
                        .getStatus()
                        .getUnavailableReplicas()));
    assertThat(isAvailable(cluster)).isFalse();
  }

  @Test
  void a_new_image_replaces_the_pods(Cluster cluster) {
    cluster.client().resource(deployment(false)).create();
    cluster.await("it is available", () -> isAvailable(cluster));

    cluster.client().apps().deployments().withName("web").edit(DeploymentsTest::newer);

    cluster.await(
        "only pods of the new image are left",
        () ->
            pods(cluster).size() == 2
                && pods(cluster).stream()
                    .allMatch(p -> "web:2".equals(p.getSpec().getContainers().get(0).getImage())));
  }

  private static Deployment newer(Deployment deployment) {
    return new DeploymentBuilder(deployment)
        .editSpec()
        .editTemplate()
        .editSpec()
        .editFirstContainer()
        .withImage("web:2")
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  @Test
  void a_deleted_pod_is_replaced_and_a_deleted_deployment_takes_all(Cluster cluster) {
    cluster.client().resource(deployment(false)).create();
    cluster.await("it is available", () -> isAvailable(cluster));
    String first = pods(cluster).get(0).getMetadata().getName();

    cluster.client().pods().withName(first).delete();
    cluster.await(
        "it is replaced",
        () ->
            pods(cluster).size() == 2
                && pods(cluster).stream().noneMatch(p -> first.equals(p.getMetadata().getName())));

    cluster.client().apps().deployments().withName("web").delete();
    cluster.await("all pods are gone", () -> pods(cluster).isEmpty());
  }
}
