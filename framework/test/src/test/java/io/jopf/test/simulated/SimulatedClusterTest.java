package io.jopf.test.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jopf.test.Scenario;
import io.jopf.test.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Scenario
class SimulatedClusterTest {

  private static final String JOB =
      """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: steered}
      spec:
        backoffLimit: 0
        template:
          spec:
            restartPolicy: Never
            containers:
            - {name: main, image: busybox, command: [sleep, 1h]}
      """;

  private static boolean is(SimulatedCluster cluster, String condition) {
    Job job = cluster.get(Job.class, "steered");
    return job != null
        && job.getStatus().getConditions().stream().anyMatch(c -> condition.equals(c.getType()));
  }

  private static ConfigMap configMap(String name) {
    return new ConfigMapBuilder().withNewMetadata().withName(name).endMetadata().build();
  }

  @Test
  void waiting_lets_as_much_time_pass_as_is_needed(SimulatedCluster cluster, VirtualTime time) {
    Instant start = time.now();
    cluster.apply(JOB);

    cluster.await("the job is complete", () -> is(cluster, "Complete"));

    assertThat(Duration.between(start, time.now())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_test_can_end_a_job_when_it_likes(SimulatedCluster cluster, VirtualTime time) {
    Instant start = time.now();
    cluster.apply(JOB);

    cluster.jobs().succeed(cluster.namespace(), "steered");

    assertThat(is(cluster, "Complete")).isTrue();
    assertThat(time.now()).isEqualTo(start);
  }

  @Test
  void a_test_can_decide_beforehand_that_a_job_fails(SimulatedCluster cluster) {
    cluster.jobs().fail(cluster.namespace(), "steered");

    cluster.apply(JOB);

    assertThat(is(cluster, "Failed")).isTrue();
  }

  @Test
  void a_held_job_runs_until_it_is_released(SimulatedCluster cluster, VirtualTime time) {
    cluster.jobs().hold(cluster.namespace(), "steered");
    cluster.apply(JOB);
    time.advance(Duration.ofDays(7));
    assertThat(is(cluster, "Complete")).isFalse();

    cluster.jobs().succeed(cluster.namespace(), "steered");
    assertThat(is(cluster, "Complete")).isTrue();
  }

  @Test
  void another_client_finds_the_cluster_by_its_kubeconfig(
      SimulatedCluster cluster, @TempDir Path directory) throws Exception {
    Path file = directory.resolve("kubeconfig");
    cluster.writeKubeconfig(file);
    cluster.client().resource(configMap("seen")).create();

    try (KubernetesClient other =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(Files.readString(file)))
            .build()) {
      assertThat(other.configMaps().withName("seen").get()).isNotNull();
      assertThat(other.getKubernetesVersion().getMajor()).isEqualTo("1");
      assertThat(other.getMasterUrl().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void an_informer_recovers_when_its_watch_expires(SimulatedCluster cluster) {
    try (var informer = cluster.client().configMaps().inform()) {
      cluster.await("the first list is there", () -> informer.hasSynced());
      cluster.expireWatches();
      cluster.client().resource(configMap("later")).create();

      cluster.await("it has caught up", () -> informer.getStore().list().size() == 1);
    }
  }

  @Test
  void a_watch_over_plain_http_sees_changes_too(SimulatedCluster cluster) {
    Config config = cluster.client().getConfiguration();
    try (KubernetesClient plain =
            new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config).withOnlyHttpWatches(true).build())
                .build();
        var informer = plain.configMaps().inform()) {
      cluster.await("the first list is there", () -> informer.hasSynced());
      cluster.client().resource(configMap("later")).create();

      cluster.await("it is seen", () -> informer.getStore().list().size() == 1);
    }
  }

  @Test
  void an_answer_can_be_prepared(SimulatedCluster cluster) {
    String path = "/api/v1/namespaces/" + cluster.namespace() + "/configmaps/x";
    cluster.expect().get().withPath(path).andReturn(403, "").once();

    assertThatThrownBy(() -> cluster.get(ConfigMap.class, "x")).hasMessageContaining("Forbidden");
    assertThat(cluster.get(ConfigMap.class, "x")).isNull();
  }

  @Test
  void a_pod_of_a_removed_node_is_lost_and_its_job_fails(SimulatedCluster cluster) {
    cluster.nodes("node1", "node2");
    cluster.apply(JOB);
    assertThat(cluster.client().pods().list().getItems()).hasSize(1);

    cluster.nodes("node2");
    assertThat(is(cluster, "Failed")).as("at once").isFalse();

    cluster.await("the job has failed", () -> is(cluster, "Failed"));
  }

  @Test
  void events_of_both_groups_are_the_same(SimulatedCluster cluster) {
    cluster.apply(
        """
        apiVersion: events.k8s.io/v1
        kind: Event
        metadata: {name: told}
        eventTime: "2026-01-01T00:00:00.000000Z"
        regarding: {kind: Job, name: steered}
        reason: Told
        note: what happened
        """);

    assertThat(
            cluster
                .client()
                .v1()
                .events()
                .withField("involvedObject.name", "steered")
                .list()
                .getItems())
        .extracting(event -> event.getReason() + ": " + event.getMessage())
        .isEqualTo(List.of("Told: what happened"));
  }
}
