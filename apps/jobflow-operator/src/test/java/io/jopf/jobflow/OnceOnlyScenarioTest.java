package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.simulated.SimulatedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class OnceOnlyScenarioTest {

  @Test
  void a_finished_job_that_is_deleted_does_not_run_again(Cluster cluster, TestOperator operator) {
    Flows flows = new Flows(cluster);
    flows.applyChain("f", "a", "b a");
    flows.awaitState("f", "Succeed");

    cluster.client().resources(Job.class).withName("f-a").delete();
    cluster.awaitGone(Job.class, "f-a");
    operator.restart();
    flows.applyChain("g", "a");
    flows.awaitState("g", "Succeed");

    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-b", "g-a");
    assertThat(flows.status("f").state()).isEqualTo("Succeed");
    assertThat(flows.status("f").progress()).isEqualTo("2/2");
  }

  // real seconds would be as many as the status waits
  @Test
  void a_finished_job_that_is_deleted_before_its_outcome_is_stored_does_not_run_again(
      SimulatedCluster cluster) {
    Flows flows = new Flows(cluster);
    List<String> lines = new ArrayList<>();
    lines.add("- {name: a, SLEEP1}");
    lines.add("- {name: b, dependencies: [a], SLEEP1}");
    for (int i = 0; i < 300; i++) {
      // the status of a large flow is written rarely
      lines.add("- {name: c%d, dependencies: [b], when: 1 > 2, SLEEP1}".formatted(i));
    }
    flows.applyFlow("f", lines.toArray(String[]::new));
    flows.awaitJob("f-b");
    assertThat(flows.step("f", "a").state()).as("the status comes later").isEqualTo("Running");

    cluster.client().resources(Job.class).withName("f-a").delete();
    cluster.awaitGone(Job.class, "f-a");
    flows.awaitState("f", "Succeed");

    assertThat(flows.jobs()).containsExactly("f-b");
    assertThat(flows.step("f", "a"))
        .returns("Succeeded", StepEntry::state)
        .returns(1, StepEntry::attempts);
  }

  @Test
  void a_flow_that_is_deleted_and_made_again_runs_every_step_and_never_sees_the_old_jobs(
      Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyChain("f", "a", "b a");
    flows.awaitState("f", "Succeed");
    String then = flows.job("f-a").getMetadata().getUid();
    cluster.client().resources(JobFlow.class).withName("f").delete();
    cluster.awaitGone(JobFlow.class, "f");

    flows.applyChain("f", "a", "b a");
    flows.awaitState("f", "Succeed");

    assertThat(flows.step("f", "a").attempts()).isEqualTo(1);
    assertThat(flows.job("f-a").getMetadata().getUid()).isNotEqualTo(then);
    String flow = Objects.requireNonNull(cluster.get(JobFlow.class, "f")).getMetadata().getUid();
    assertThat(cluster.list(Job.class))
        .allSatisfy(
            job ->
                assertThat(job.getMetadata().getOwnerReferences().get(0).getUid()).isEqualTo(flow));
  }

  @Test
  void a_step_deleted_while_it_runs_is_started_again(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyExample("jobflow/example.yaml");
    flows.awaitJob("jobflow-example-job1");
    String uid = flows.job("jobflow-example-job1").getMetadata().getUid();

    cluster.client().resources(Job.class).withName("jobflow-example-job1").delete();

    cluster.await(
        "there is another one",
        () -> {
          Job job = cluster.get(Job.class, "jobflow-example-job1");
          return job != null && !job.getMetadata().getUid().equals(uid);
        });
  }

  @Test
  void an_operator_killed_in_the_middle_goes_on_where_it_was(
      Cluster cluster, TestOperator operator) {
    Flows flows = new Flows(cluster);
    flows.applyChain("f", "a", "b a", "c b", "d c");
    flows.awaitJob("f-b");
    String first = flows.job("f-a").getMetadata().getUid();

    operator.kill();
    cluster.await("b ends unseen", () -> isComplete(flows.job("f-b")));
    operator.start();

    flows.awaitState("f", "Succeed");
    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-a", "f-b", "f-c", "f-d");
    assertThat(flows.job("f-a").getMetadata().getUid()).isEqualTo(first);
    assertThat(flows.events("f")).filteredOn("Created"::equals).hasSize(4);
  }

  @Test
  void a_job_with_no_time_to_live_is_gone_after_its_end_and_never_run_again(Cluster cluster) {
    Flows flows = new Flows(cluster);
    cluster.apply(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: JobFlow
        metadata: {name: f}
        spec:
          flows:
          - name: a
            jobTemplate:
              ttlSecondsAfterFinished: 0
              template: {spec: {containers: [{name: m, image: x, command: [sh, -c, sleep 1s]}]}}
          - name: b
            dependencies: [a]
            jobTemplate:
              ttlSecondsAfterFinished: 1
              template: {spec: {containers: [{name: m, image: x, command: [sh, -c, sleep 1s]}]}}
        """);

    flows.awaitState("f", "Succeed");
    cluster.await("both are gone", () -> flows.jobs().isEmpty());

    assertThat(flows.status("f").progress()).isEqualTo("2/2");
    cluster.await("all is told", () -> flows.events("f").contains("Succeed"));
    assertThat(flows.events("f")).isEqualTo(List.of("Created", "Created", "Succeed"));
  }

  @Test
  void however_often_the_operator_is_killed_every_step_runs_once(
      Cluster cluster, TestOperator operator) {
    Flows flows = new Flows(cluster);
    Set<String> made = ConcurrentHashMap.newKeySet();
    try (var watch =
        cluster
            .client()
            .resources(Job.class)
            .inform(Appearance.of(job -> made.add(job.getMetadata().getUid())))) {
      flows.applyChain("f", "a", "b a", "c a", "d b c", "e d", "g d", "h e g", "i h");
      for (int kills = 0; kills < 5; kills++) {
        int before = made.size();
        operator.start();
        cluster.await("something starts", () -> made.size() > before || isSucceeded(flows));
        operator.kill();
      }
      operator.start();
      flows.awaitState("f", "Succeed");

      assertThat(watch.isRunning()).isTrue();
      assertThat(made).hasSize(8);
      assertThat(flows.jobs()).hasSize(8);
    }
  }

  @Test
  void trouble_of_the_api_server_neither_loses_nor_doubles_a_step(SimulatedCluster cluster) {
    Flows flows = new Flows(cluster);
    String jobs = "/apis/batch/v1/namespaces/" + cluster.namespace() + "/jobs";
    for (int code : new int[] {503, 429, 500}) {
      cluster.expect().post().withPath(jobs).andReturn(code, "").once();
    }
    flows.applyChain("f", "a", "b a", "c a");

    flows.awaitState("f", "Succeed");

    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-a", "f-b", "f-c");
  }

  private static boolean isSucceeded(Flows flows) {
    return "Succeed".equals(flows.status("f").state());
  }

  private static boolean isComplete(Job job) {
    return job.getStatus() != null
        && job.getStatus().getConditions().stream().anyMatch(c -> "Complete".equals(c.getType()));
  }
}
