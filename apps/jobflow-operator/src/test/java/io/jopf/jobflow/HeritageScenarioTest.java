package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.heritage.LeftJobs;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the original operator leaves behind goes on here. */
@JopfTest(crds = Flows.CRDS)
class HeritageScenarioTest {

  @Test
  void a_running_flow_goes_on_with_the_jobs_it_has_and_runs_none_again(
      Cluster cluster, TestOperator operator) {
    Flows flows = new Flows(cluster);
    operator.stop();
    flows.applyChain("f", "a", "b a", "c b");
    flows.applyFlow("g", "suspend: true", "flows", "- {name: b, SLEEP1}");
    JobFlow flow = flow(cluster, "f");
    Job first = oldJob(cluster, flow, "f-a", "sleep 1s");
    cluster.await("a is complete", () -> isEnded(flows, "f-a"));
    Job second = oldJob(cluster, flow, "f-b", "sleep 4s");
    leave(cluster, flow, "Running", flows, "f-a", "f-b");
    cluster.client().resource(first).delete();
    cluster.awaitGone(Job.class, "f-a");
    // the first try was cut off before the status was stored
    assertThat(LeftJobs.ofFlows(cluster.client()).takeOver(flow, Map.of("b", "f-b"))).hasSize(1);
    assertThat(LeftJobs.ofFlows(cluster.client()).takeOver(flow, Map.of("b", "f-b"))).hasSize(1);
    assertThat(LeftJobs.ofFlows(cluster.client()).takeOver(flow(cluster, "g"), Map.of("b", "f-b")))
        .as("of another flow")
        .isEmpty();

    operator.start();
    flows.awaitState("f", "Succeed");

    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-b", "f-c");
    assertThat(flows.job("f-b").getMetadata().getUid()).isEqualTo(second.getMetadata().getUid());
    assertThat(flows.status("f").progress()).isEqualTo("3/3");
    assertThat(flows.step("f", "a").job()).isEqualTo("f-a");
    assertThat(flows.step("f", "a").finishTime()).isNotNull();
  }

  @Test
  void flows_that_had_ended_stay_as_they_were_and_nothing_runs_again(
      Cluster cluster, TestOperator operator) {
    Flows flows = new Flows(cluster);
    operator.stop();
    flows.applyChain("done", "a", "b a");
    flows.applyChain("failed", "a", "b a");
    flows.applyChain("given-up", "a");
    JobFlow done = flow(cluster, "done");
    JobFlow failed = flow(cluster, "failed");
    oldJob(cluster, done, "done-a", "sleep 1s");
    oldJob(cluster, done, "done-b", "sleep 1s");
    oldJob(cluster, failed, "failed-a", "sleep 1s && exit 1");
    cluster.await(
        "all have ended", () -> flows.jobs().stream().allMatch(job -> isEnded(flows, job)));
    leave(cluster, done, "Succeed", flows, "done-a", "done-b");
    leave(cluster, failed, "Failed", flows, "failed-a");
    leave(cluster, flow(cluster, "given-up"), "Failed", flows);
    flows.jobs().forEach(job -> cluster.client().resource(flows.job(job)).delete());
    cluster.await("the Jobs are gone", () -> flows.jobs().isEmpty());

    operator.start();
    for (String name : new String[] {"done", "failed", "given-up"}) {
      cluster.await(name, () -> flows.status(name).observedGeneration() != null);
    }
    flows.applyChain("next", "a");
    flows.awaitState("next", "Succeed");

    assertThat(flows.jobs()).containsExactly("next-a");
    assertThat(flows.status("done").state()).isEqualTo("Succeed");
    assertThat(flows.status("done").progress()).isEqualTo("2/2");
    assertThat(flows.status("failed").state()).isEqualTo("Failed");
    assertThat(flows.step("failed", "b").state()).isEqualTo("Skipped");
    assertThat(flows.status("given-up").state()).isEqualTo("Failed");
    assertThat(flows.step("given-up", "a").reason()).isEqualTo("GivenUp");
  }

  @Test
  void a_daemon_job_goes_on_on_the_nodes_it_had_not_come_to(
      Cluster cluster, TestOperator operator) {
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    Flows flows = new Flows(cluster);
    operator.stop();
    cluster.nodes("a", "b", "c");
    daemonJobs.apply("d", "sleep 1s");
    DaemonJob daemonJob = Objects.requireNonNull(cluster.get(DaemonJob.class, "d"));
    Job first = oldJob(cluster, daemonJob, "d-a", "sleep 1s");
    cluster.await("it is done on a", () -> isEnded(flows, "d-a"));
    Job second = oldJob(cluster, daemonJob, "d-b", "sleep 4s");
    leave(cluster, daemonJob, "Running", flows, "d-a", "d-b");
    cluster.client().resource(first).delete();
    cluster.awaitGone(Job.class, "d-a");

    operator.start();
    daemonJobs.await("d", "Succeed");

    assertThat(flows.jobs()).containsExactlyInAnyOrder("d-b", "d-c");
    assertThat(flows.job("d-b").getMetadata().getUid()).isEqualTo(second.getMetadata().getUid());
    assertThat(daemonJobs.status("d").progress()).isEqualTo("3/3");
  }

  private static JobFlow flow(Cluster cluster, String name) {
    return Objects.requireNonNull(cluster.get(JobFlow.class, name));
  }

  private static boolean isEnded(Flows flows, String job) {
    return JobOutcome.of(flows.job(job)).phase().finished();
  }

  /** As the original operator makes them: an owner that is no controller, and no labels. */
  private static Job oldJob(Cluster cluster, HasMetadata owner, String name, String command) {
    return cluster
        .client()
        .resource(
            new JobBuilder()
                .withNewMetadata()
                .withName(name)
                .addNewOwnerReference()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .withBackoffLimit(0)
                .withNewTemplate()
                .withNewSpec()
                .withRestartPolicy("Never")
                .addNewContainer()
                .withName("main")
                .withImage("busybox:1.28")
                .withCommand("sh", "-c", command)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build())
        .create();
  }

  /** Stores a status as the original operator does. */
  private static void leave(
      Cluster cluster, HasMetadata owner, String state, Flows flows, String... jobs) {
    Map<String, JobStatus> list = new HashMap<>();
    for (String job : jobs) {
      list.put(job + "/" + cluster.namespace(), flows.job(job).getStatus());
    }
    String status =
        cluster
            .client()
            .getKubernetesSerialization()
            .asJson(Map.of("status", Map.of("state", state, "jobStatusList", list)));
    cluster
        .client()
        .resource(owner)
        .subresource("status")
        .patch(PatchContext.of(PatchType.JSON_MERGE), status);
  }
}
