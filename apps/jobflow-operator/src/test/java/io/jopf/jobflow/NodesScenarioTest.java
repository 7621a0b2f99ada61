package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class NodesScenarioTest {

  @Test
  void a_node_that_leaves_while_its_job_runs_blocks_nothing_and_its_job_goes(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b");
    daemonJobs.apply("d", "sleep 5s");
    daemonJobs.awaitNode("d", "a", "Running");
    daemonJobs.awaitNode("d", "b", "Running");

    cluster.nodes("b");

    daemonJobs.await("d", "Succeed");
    cluster.await("nothing of it runs", () -> !runs(cluster.get(Job.class, "d-a")));
    assertThat(daemonJobs.status("d").gone()).isEqualTo(1);
    assertThat(daemonJobs.status("d").progress()).isEqualTo("1/1");
    assertThat(daemonJobs.node("d", "a").reason()).isEqualTo("NodeGone");
  }

  @Test
  void nodes_are_chosen_by_label_and_name(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b", "c");
    daemonJobs.apply(
        "d",
        "sleep 1s",
        "nodeSelector: {matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [a,"
            + " c]}]}",
        "nodeNames: [a, b, nobody]");
    daemonJobs.await("d", "Succeed");

    assertThat(new Flows(cluster).jobs()).containsExactly("d-a");
    assertThat(daemonJobs.condition("d", "UnknownNodes")).startsWith("True");
    Flows flows = new Flows(cluster);
    cluster.await("it is told", () -> flows.events("d").contains("UnknownNodes"));
  }

  @Test
  void a_cordoned_node_gets_its_job_when_it_is_opened_again(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b");
    daemonJobs.cordon("b", true);
    daemonJobs.apply("d", "sleep 20s", "taintPolicy: Respect");
    daemonJobs.awaitNode("d", "a", "Running");
    assertThat(daemonJobs.node("d", "b").state()).isEqualTo("Skipped");

    daemonJobs.cordon("b", false);

    daemonJobs.awaitNode("d", "b", "Running");
    daemonJobs.await("d", "Succeed");
    assertThat(daemonJobs.status("d").progress()).isEqualTo("2/2");
  }

  @Test
  void heartbeats_of_nodes_cause_no_writes(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a");
    daemonJobs.apply("d", "sleep 1h");
    daemonJobs.awaitNode("d", "a", "Running");
    daemonJobs.apply("first", "sleep 1s");
    daemonJobs.await("first", "Succeed");
    String version = daemonJobs.version("d");

    daemonJobs.heartbeat("a");
    daemonJobs.apply("second", "sleep 1s");
    daemonJobs.await("second", "Succeed");

    assertThat(daemonJobs.version("d")).isEqualTo(version);
  }

  @Test
  void a_continuous_one_follows_nodes_for_ever_and_no_finished_node_runs_again(
      Cluster cluster, TestOperator operator) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a");
    daemonJobs.apply("d", "sleep 1s", "completionPolicy: Continuous");
    daemonJobs.await("d", "Succeed");
    cluster.client().resources(Job.class).withName("d-a").delete();
    cluster.awaitGone(Job.class, "d-a");
    operator.restart();

    cluster.nodes("a", "b");

    daemonJobs.awaitNode("d", "b", "Succeeded");
    daemonJobs.await("d", "Succeed");
    assertThat(new Flows(cluster).jobs()).containsExactly("d-b");
  }

  @Test
  void a_node_replaced_by_another_of_its_name_runs_it_again_if_asked_for(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a");
    daemonJobs.apply(
        "d", "sleep 1s", "completionPolicy: Continuous", "rerunOnNodeReplacement: true");
    daemonJobs.apply("once", "sleep 1s", "completionPolicy: Continuous");
    daemonJobs.await("d", "Succeed");
    daemonJobs.await("once", "Succeed");

    cluster.nodes();
    daemonJobs.await("d", "Pending");
    daemonJobs.await("once", "Pending");
    cluster.nodes("a");

    daemonJobs.await("d", "Succeed");
    daemonJobs.await("once", "Succeed");
    assertThat(new Flows(cluster).jobs()).containsExactlyInAnyOrder("d-a", "d-a-try2", "once-a");
  }

  @Test
  void long_names_and_names_with_dots_work(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    String one = "ip-10-0-0-1.a-very-long-domain-of-a-cloud.compute.internal";
    String other = "ip-10-0-0-1.a-very-long-domain-of-a-cloud.compute.internal2";
    cluster.nodes(one, other);
    daemonJobs.apply("with-a-name-that-is-long", "sleep 1s");
    daemonJobs.await("with-a-name-that-is-long", "Succeed");

    List<String> jobs = new Flows(cluster).jobs();
    assertThat(jobs).hasSize(2).allMatch(name -> name.length() <= 63);
  }

  @Test
  void a_job_of_somebody_else_is_never_taken_over(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b");
    cluster.apply(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: d-a}
        spec:
          template:
            spec:
              restartPolicy: Never
              containers: [{name: m, image: x, command: [sh, -c, sleep 1h]}]
        """);
    daemonJobs.apply("d", "sleep 1s", "nodeFailurePolicy: Continue");
    daemonJobs.awaitEnd("d");

    assertThat(daemonJobs.node("d", "a").reason()).isEqualTo("NameConflict");
    assertThat(daemonJobs.node("d", "b").state()).isEqualTo("Succeeded");
    assertThat(new Flows(cluster).job("d-a").getMetadata().getOwnerReferences()).isEmpty();
  }

  private static boolean runs(@Nullable Job job) {
    return job != null && JobOutcome.of(job).phase().unfinished();
  }
}
