package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.NodeEntry;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class RolloutScenarioTest {

  @Test
  void no_more_nodes_run_it_than_may_also_over_a_restart(Cluster cluster, TestOperator operator) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b", "c");
    daemonJobs.apply("d", "sleep 2s", "maxConcurrentNodes: 1");
    daemonJobs.awaitNode("d", "a", "Running");
    operator.kill();
    operator.start();

    daemonJobs.await("d", "Succeed");

    List<NodeEntry> nodes = daemonJobs.nodes("d");
    assertThat(nodes).extracting(NodeEntry::name).containsExactly("a", "b", "c");
    assertThat(nodes.get(1).startTime()).isGreaterThanOrEqualTo(nodes.get(0).finishTime());
    assertThat(nodes.get(2).startTime()).isGreaterThanOrEqualTo(nodes.get(1).finishTime());
    assertThat(daemonJobs.condition("d", "Complete")).isEqualTo("True Completed");
    assertThat(daemonJobs.status("d").progress()).isEqualTo("3/3");
  }

  @Test
  void after_a_failure_no_further_node_begins(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b", "c");
    daemonJobs.apply("d", "sleep 1s && exit 1", "maxConcurrentNodes: 1", "maxFailedNodes: 1");
    daemonJobs.awaitEnd("d");

    assertThat(daemonJobs.status("d").state()).isEqualTo("Failed");
    assertThat(daemonJobs.status("d").failedNodes()).containsExactly("a", "b");
    assertThat(daemonJobs.node("d", "c").reason()).isEqualTo("TooManyFailed");
    assertThat(new Flows(cluster).jobs()).containsExactlyInAnyOrder("d-a", "d-b");
    Flows flows = new Flows(cluster);
    cluster.await("all is told", () -> flows.events("d").contains("Failed"));
    assertThat(flows.events("d")).filteredOn("Failed"::equals).hasSize(1);
  }

  @Test
  void a_pause_survives_a_restart_and_ends_when_somebody_says_so(
      Cluster cluster, TestOperator operator) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b");
    daemonJobs.apply(
        "d", "sleep 1s && exit 1", "maxConcurrentNodes: 1", "nodeFailurePolicy: Pause");
    daemonJobs.await("d", "Paused");
    assertThat(daemonJobs.condition("d", "Stalled")).isEqualTo("True TooManyFailed");
    operator.restart();
    daemonJobs.apply("other", "sleep 1s");
    daemonJobs.await("other", "Succeed");
    assertThat(daemonJobs.node("d", "b").state()).isEqualTo("Waiting");

    daemonJobs.annotate("d", "api.practice.com/resume", "1");

    daemonJobs.awaitEnd("d");
    assertThat(daemonJobs.node("d", "b").state()).isEqualTo("Failed");
    assertThat(daemonJobs.status("d").state()).isEqualTo("Failed");
  }

  @Test
  void failed_nodes_alone_run_again_when_that_is_asked_for(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b");
    daemonJobs.apply("d", "sleep 1s && exit 1", "maxConcurrentNodes: 1");
    daemonJobs.awaitEnd("d");
    daemonJobs.apply("d", "sleep 1s", "maxConcurrentNodes: 1");
    daemonJobs.annotate("d", "api.practice.com/retry", "1");

    daemonJobs.await("d", "Succeed");

    assertThat(new Flows(cluster).jobs()).containsExactlyInAnyOrder("d-a", "d-a-try2", "d-b");
    assertThat(daemonJobs.status("d").retried()).isEqualTo("1");
  }

  @Test
  void a_node_tries_again_where_that_is_wanted(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a");
    daemonJobs.apply("d", "exit 1", "retry: {limit: 1, backoff: {seconds: 1}}");
    daemonJobs.awaitEnd("d");

    assertThat(new Flows(cluster).jobs()).containsExactlyInAnyOrder("d-a", "d-a-try2");
    assertThat(daemonJobs.node("d", "a").attempts()).isEqualTo(2);
  }

  @Test
  void batches_have_a_pause_between_them_and_canaries_come_first(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b", "c");
    daemonJobs.apply("d", "sleep 1s", "canaryNodes: 1", "batchDelaySeconds: 3");
    daemonJobs.await("d", "Succeed");

    List<NodeEntry> nodes = daemonJobs.nodes("d");
    Instant end = Instant.parse(nodes.get(0).finishTime());
    for (NodeEntry later : nodes.subList(1, 3)) {
      assertThat(Instant.parse(later.startTime())).isAfterOrEqualTo(end.plusSeconds(3));
    }
  }

  @Test
  void a_suspended_one_holds_its_jobs_and_a_paused_one_its_nodes(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b");
    daemonJobs.apply("d", "sleep 1s", "suspend: true");
    daemonJobs.await("d", "Suspended");
    assertThat(new Flows(cluster).job("d-a").getSpec().getSuspend()).isTrue();
    daemonJobs.apply("e", "sleep 1s", "paused: true");
    daemonJobs.await("e", "Paused");

    daemonJobs.apply("d", "sleep 1s", "suspend: false");
    daemonJobs.apply("e", "sleep 1s", "paused: false");

    daemonJobs.await("d", "Succeed");
    daemonJobs.await("e", "Succeed");
  }

  @Test
  void when_its_time_is_up_what_runs_is_stopped(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a", "b");
    daemonJobs.apply("d", "sleep 1h", "maxConcurrentNodes: 1", "completionDeadlineSeconds: 3");
    daemonJobs.awaitEnd("d");

    assertThat(daemonJobs.condition("d", "Failed")).isEqualTo("True DeadlineExceeded");
    assertThat(daemonJobs.node("d", "a").state()).isEqualTo("Cancelled");
    cluster.awaitGone(Job.class, "d-a");
  }

  @Test
  void one_that_has_completed_goes_after_its_time_with_its_jobs(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a");
    daemonJobs.apply("d", "sleep 1s", "ttlSecondsAfterCompletion: 2");

    cluster.awaitGone(DaemonJob.class, "d");
    cluster.awaitGone(Job.class, "d-a");
  }

  @Test
  void however_often_the_operator_is_killed_every_node_runs_once(
      Cluster cluster, TestOperator operator) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    Set<String> made = ConcurrentHashMap.newKeySet();
    cluster.nodes("a", "b", "c", "d", "e", "f");
    try (var watch =
        cluster
            .client()
            .resources(Job.class)
            .inform(Appearance.of(job -> made.add(job.getMetadata().getUid())))) {
      daemonJobs.apply("d", "sleep 1s", "maxConcurrentNodes: 1", "ttlSecondsAfterFinished: 0");
      for (int kills = 0; kills < 4; kills++) {
        int before = made.size();
        operator.start();
        cluster.await("something starts", () -> made.size() > before);
        operator.kill();
      }
      operator.start();
      daemonJobs.await("d", "Succeed");

      assertThat(watch.isRunning()).isTrue();
      assertThat(made).hasSize(6);
      assertThat(daemonJobs.status("d").progress()).isEqualTo("6/6");
    }
  }

  @Test
  void a_spec_that_makes_no_sense_fails_with_field_and_value_and_can_be_mended(Cluster cluster) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("a");
    daemonJobs.apply(
        "d", "sleep 1s", "nodeSelector: {matchExpressions: [{key: disk, operator: In}]}");
    daemonJobs.await("d", "Failed");
    assertThat(daemonJobs.status("d").message())
        .isEqualTo("spec.nodeSelector.matchExpressions[0].values is empty: In needs values");
    assertThat(daemonJobs.condition("d", "Accepted")).isEqualTo("False InvalidPlan");
    assertThat(new Flows(cluster).jobs()).isEmpty();

    daemonJobs.apply("d", "sleep 1s", "nodeSelector: {matchExpressions: []}");

    daemonJobs.await("d", "Succeed");
  }
}
