package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class DaemonJobScenarioTest {

  @Test
  void the_example_runs_on_every_node_but_the_excluded_ones(Cluster cluster) {
    Flows flows = new Flows(cluster);
    cluster.nodes("node1", "node2", "node3", "ip-10-0-0-4.internal");
    flows.applyExample("daemonjob/example.yaml");

    flows.awaitDaemonJob("daemonjob-example", "Running");
    flows.awaitDaemonJob("daemonjob-example", "Succeed");

    assertThat(flows.jobs())
        .containsExactlyInAnyOrder(
            "daemonjob-example-node3", "daemonjob-example-ip-10-0-0-4.internal");
    assertThat(flows.job("daemonjob-example-node3").getSpec().getTemplate().getSpec().getNodeName())
        .isEqualTo("node3");
  }

  @Test
  void a_new_node_gets_its_job_and_a_node_that_goes_blocks_nothing(Cluster cluster) {
    Flows flows = new Flows(cluster);
    cluster.nodes("node3");
    flows.applyExample("daemonjob/example.yaml");
    flows.awaitJob("daemonjob-example-node3");

    cluster.nodes("node4");
    flows.awaitJob("daemonjob-example-node4");
    flows.awaitDaemonJob("daemonjob-example", "Succeed");
  }

  @Test
  void without_a_node_it_is_pending_until_one_comes(Cluster cluster) {
    Flows flows = new Flows(cluster);
    cluster.nodes("node1", "node2");
    flows.applyExample("daemonjob/example.yaml");
    flows.awaitDaemonJob("daemonjob-example", "Pending");
    assertThat(flows.jobs()).isEmpty();

    cluster.nodes("node1", "node2", "node3");

    flows.awaitDaemonJob("daemonjob-example", "Succeed");
  }
}
