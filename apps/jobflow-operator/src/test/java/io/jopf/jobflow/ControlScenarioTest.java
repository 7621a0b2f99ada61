package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.PastRun;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class ControlScenarioTest {

  @Test
  void a_suspended_flow_holds_its_jobs_and_goes_on_when_resumed(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow("f", "- {name: a, SLEEP10}", "- {name: b, dependencies: [a], SLEEP1}");
    flows.awaitJob("f-a");
    suspend(cluster, true);

    flows.awaitState("f", "Suspended");
    cluster.await("the job is held", () -> isSuspended(flows.job("f-a")));
    suspend(cluster, false);

    flows.awaitState("f", "Succeed");
    assertThat(isSuspended(flows.job("f-a"))).isFalse();
    assertThat(flows.status("f").suspendTime()).isNull();
    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-a", "f-b");
  }

  @Test
  void a_cancelled_flow_deletes_what_runs_and_ends_at_once(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "- {name: a, SLEEP900}",
        "- {name: b, dependencies: [a], SLEEP1}",
        "finally",
        "- {name: z, SLEEP1}");
    flows.awaitJob("f-a");
    annotate(cluster, "f", "api.practice.com/stop", "Cancel");

    flows.awaitState("f", "Cancelled");
    flows.awaitEnd("f");

    cluster.awaitGone(Job.class, "f-a");
    assertThat(flows.jobs()).isEmpty();
    assertThat(flows.step("f", "a").state()).isEqualTo("Cancelled");
    assertThat(flows.step("f", "b").reason()).isEqualTo("DependencyFailed");
    assertThat(flows.condition("f", "Failed")).isEqualTo("True Cancelled");
  }

  @Test
  void a_stopped_flow_lets_running_jobs_end_and_runs_its_final_steps(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "- {name: a, SLEEP2}",
        "- {name: b, dependencies: [a], SLEEP1}",
        "finally",
        "- {name: z, SLEEP1}");
    flows.awaitJob("f-a");
    annotate(cluster, "f", "api.practice.com/stop", "Stop");

    flows.awaitEnd("f");

    assertThat(flows.status("f").state()).isEqualTo("Cancelled");
    assertThat(flows.step("f", "a").state()).isEqualTo("Succeeded");
    assertThat(flows.step("f", "z").state()).isEqualTo("Succeeded");
    assertThat(flows.condition("f", "Failed")).isEqualTo("True Stopped");
    assertThat(flows.condition("f", "FinallyComplete")).startsWith("True");
  }

  @Test
  void a_failed_flow_is_taken_up_where_it_failed(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "- {name: a, SLEEP1}",
        "- {name: b, dependencies: [a], FAIL}",
        "- {name: c, dependencies: [b], SLEEP1}");
    flows.awaitEnd("f");
    assertThat(flows.status("f").state()).isEqualTo("Failed");
    String first = flows.job("f-a").getMetadata().getUid();

    annotate(cluster, "f", "api.practice.com/retry", "once more");
    flows.awaitJob("f-b-try2");
    // the end of the first run is stored until then
    cluster.await("it is taken up", () -> "once more".equals(flows.status("f").retried()));
    flows.awaitEnd("f");

    assertThat(flows.step("f", "b").attempts()).isEqualTo(2);
    assertThat(flows.job("f-a").getMetadata().getUid()).isEqualTo(first);
    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-a", "f-b", "f-b-try2");
    assertThat(flows.status("f").retried()).isEqualTo("once more");
  }

  @Test
  void a_finished_flow_is_run_again_from_the_start_and_the_earlier_run_is_told(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow("f", "- {name: a, SLEEP1}", "- {name: b, dependencies: [a], SLEEP1}");
    flows.awaitState("f", "Succeed");
    Set<String> first = uids(flows, "f-a", "f-b");

    annotate(cluster, "f", "api.practice.com/resubmit", "for the new month");
    cluster.await("it begins anew", () -> flows.jobs().contains("f-a-try2"));
    flows.awaitJob("f-b-try2");
    cluster.await("that is stored", () -> flows.status("f").history() != null);
    flows.awaitEnd("f");

    assertThat(flows.status("f").state()).isEqualTo("Succeed");
    assertThat(flows.status("f").resubmitted()).isEqualTo("for the new month");
    PastRun past = Objects.requireNonNull(flows.status("f").history()).get(0);
    assertThat(past.run()).isEqualTo(1);
    assertThat(past.state()).isEqualTo("Succeed");
    assertThat(past.progress()).isEqualTo("2/2");
    assertThat(past.completionTime()).isLessThanOrEqualTo(flows.status("f").startTime());
    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-a", "f-b", "f-a-try2", "f-b-try2");
    assertThat(uids(flows, "f-a", "f-b")).as("the Jobs of then are left alone").isEqualTo(first);
    assertThat(flows.events("f")).containsOnlyOnce("Resubmitted");
  }

  private static Set<String> uids(Flows flows, String... jobs) {
    return Stream.of(jobs)
        .map(job -> flows.job(job).getMetadata().getUid())
        .collect(Collectors.toSet());
  }

  @Test
  void a_step_waits_for_its_approval(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "- {name: a, SLEEP1}",
        "- {name: gate, dependencies: [a], approval: true}",
        "- {name: b, dependencies: [gate], SLEEP1}");
    cluster.await("it waits", () -> "WaitingForApproval".equals(flows.step("f", "gate").reason()));
    assertThat(flows.jobs()).containsExactly("f-a");

    annotate(cluster, "f", "api.practice.com/approve", "gate");

    flows.awaitState("f", "Succeed");
    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-a", "f-b");
  }

  @Test
  void a_refused_step_fails_its_flow(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f", "- {name: gate, approval: true}", "- {name: b, dependencies: [gate], SLEEP1}");
    annotate(cluster, "f", "api.practice.com/reject", "gate");

    flows.awaitEnd("f");

    assertThat(flows.status("f").state()).isEqualTo("Failed");
    assertThat(flows.step("f", "gate").reason()).isEqualTo("Refused");
    assertThat(flows.jobs()).isEmpty();
  }

  @Test
  void a_flow_whose_time_is_up_stops_and_runs_its_final_steps(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "activeDeadlineSeconds: 2",
        "flows",
        "- {name: a, SLEEP900}",
        "finally",
        "- {name: z, SLEEP1}");

    flows.awaitEnd("f");

    assertThat(flows.status("f").state()).isEqualTo("Failed");
    assertThat(flows.step("f", "a").reason()).isEqualTo("DeadlineExceeded");
    assertThat(flows.jobs()).containsExactly("f-z");
    assertThat(flows.condition("f", "Failed")).isEqualTo("True DeadlineExceeded");
  }

  @Test
  void flows_that_share_a_key_take_turns_by_priority(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow("one", "concurrencyKey: k", "flows", "- {name: a, SLEEP3}");
    flows.awaitJob("one-a");
    flows.applyFlow("two", "concurrencyKey: k", "flows", "- {name: a, SLEEP1}");
    flows.applyFlow("three", "concurrencyKey: k", "priority: 5", "flows", "- {name: a, SLEEP1}");
    cluster.await(
        "two waits",
        () ->
            "Queued".equals(flows.step("two", "a").reason())
                && "Queued".equals(flows.step("three", "a").reason()));

    flows.awaitState("two", "Succeed");

    assertThat(flows.begin("three")).isAfterOrEqualTo(flows.end("one"));
    assertThat(flows.begin("two")).isAfterOrEqualTo(flows.end("three"));
  }

  @Test
  void no_more_jobs_than_allowed_run_at_the_same_time_also_over_a_restart(
      Cluster cluster, TestOperator operator) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "parallelism: 2",
        "flows",
        "- {name: a, SLEEP1}",
        "- {name: b, SLEEP1}",
        "- {name: c, SLEEP1}",
        "- {name: d, SLEEP1}");
    flows.awaitJob("f-b");
    operator.restart();
    cluster.await(
        "all have run, never more than two at once",
        () -> {
          long active =
              cluster.list(Job.class).stream()
                  .filter(j -> j.getStatus() == null || j.getStatus().getConditions().isEmpty())
                  .count();
          assertThat(active).isLessThanOrEqualTo(2);
          return "Succeed".equals(flows.status("f").state());
        });
    assertThat(flows.jobs()).hasSize(4);
  }

  private static boolean isSuspended(Job job) {
    return Boolean.TRUE.equals(job.getSpec().getSuspend());
  }

  private static void annotate(Cluster cluster, String flow, String name, String value) {
    patch(cluster, flow, "{\"metadata\":{\"annotations\":{\"" + name + "\":\"" + value + "\"}}}");
  }

  private static void suspend(Cluster cluster, boolean suspended) {
    patch(cluster, "f", "{\"spec\":{\"suspend\":" + suspended + "}}");
  }

  private static void patch(Cluster cluster, String flow, String json) {
    PatchContext merge = PatchContext.of(PatchType.JSON_MERGE);
    cluster.client().resources(JobFlow.class).withName(flow).patch(merge, json);
  }
}
