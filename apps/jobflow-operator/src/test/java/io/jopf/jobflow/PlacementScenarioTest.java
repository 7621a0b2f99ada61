package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class PlacementScenarioTest {

  @Test
  void a_flow_bound_to_a_node_that_is_not_there_is_warned_about_once(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "globalParams: {nodeName: gone}",
        "flows",
        "- {name: a, SLEEP1}",
        "- {name: b, dependencies: [a], SLEEP1}");

    cluster.await(
        "it is told", () -> "True NodeMissing".equals(flows.condition("f", "PlacementAtRisk")));
    flows.awaitJob("f-a");
    cluster.await("and an event", () -> flows.events("f").contains("NodeMissing"));

    assertThat(flows.events("f")).containsOnlyOnce("NodeMissing");
  }

  @Test
  void all_steps_of_a_sticky_flow_run_where_the_first_one_does(Cluster cluster) {
    cluster.nodes("node1");
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "s",
        "nodeBinding: Sticky",
        "flows",
        "- {name: a, SLEEP3}",
        "- {name: b, SLEEP1}",
        "- {name: c, dependencies: [a], SLEEP1}");

    flows.awaitState("s", "Succeed");

    String node = Objects.requireNonNull(flows.status("s").node());
    assertThat(flows.job("s-b").getSpec().getTemplate().getSpec().getAffinity().toString())
        .contains(node);
    assertThat(flows.job("s-c").getSpec().getTemplate().getSpec().getAffinity().toString())
        .contains(node);
    assertThat(flows.job("s-a").getSpec().getTemplate().getSpec().getAffinity()).isNull();
  }

  @Test
  void nodes_begin_in_the_order_of_their_zones_and_get_their_labels(Cluster cluster) {
    cluster.nodes("n1", "n2", "n3");
    zone(cluster, "n1", "b");
    zone(cluster, "n2", "a");
    zone(cluster, "n3", "a");
    cluster.apply(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: DaemonJob
        metadata: {name: d}
        spec:
          topologyKey: zone
          topologyPolicy: OneByOne
          maintenanceWindows: [{schedule: '* * * * *', durationSeconds: 120}]
          nodeLabels: {example.com/done: d}
          template: {spec: {containers: [{name: m, image: x, command: [sh, -c, sleep 1s]}]}}
        """);
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    daemonJobs.awaitEnd("d");

    List<String> jobs =
        cluster.list(Job.class).stream()
            .sorted(
                (one, other) ->
                    started(one).equals(started(other))
                        ? one.getMetadata().getName().compareTo(other.getMetadata().getName())
                        : started(one).compareTo(started(other)))
            .map(job -> job.getMetadata().getName())
            .toList();
    assertThat(jobs).containsExactly("d-n2", "d-n3", "d-n1");
    cluster.await(
        "all have the label",
        () ->
            cluster.client().nodes().list().getItems().stream()
                .allMatch(
                    node -> "d".equals(node.getMetadata().getLabels().get("example.com/done"))));
  }

  private static String started(Job job) {
    return Objects.requireNonNull(job.getStatus().getStartTime());
  }

  /** Others write to nodes all the time, so whatever version there is. */
  private static void zone(Cluster cluster, String node, String zone) {
    cluster
        .client()
        .nodes()
        .withName(node)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\":{\"labels\":{\"zone\":\"%s\"}}}".formatted(zone));
  }
}
