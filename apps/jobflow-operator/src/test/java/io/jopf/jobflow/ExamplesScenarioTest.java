package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class ExamplesScenarioTest {

  @Test
  void the_five_job_example_runs_in_the_right_order_to_succeed(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyExample("jobflow/example.yaml");
    flows.awaitJob("jobflow-example-job1");
    flows.awaitJob("jobflow-example-job4");
    assertThat(flows.jobs())
        .containsExactlyInAnyOrder("jobflow-example-job1", "jobflow-example-job4");

    flows.awaitState("jobflow-example", "Succeed");

    JobFlowStatus status = flows.status("jobflow-example");
    assertThat(status.progress()).isEqualTo("5/5");
    assertThat(status.steps()).allMatch(step -> step.state().equals("Succeeded"));
    assertThat(status.jobStatusList())
        .hasSize(5)
        .containsKey("jobflow-example-job5/" + cluster.namespace());
    assertThat(start(flows, "job2")).isAfterOrEqualTo(end(flows, "job1"));
    assertThat(start(flows, "job3")).isAfterOrEqualTo(end(flows, "job2"));
    assertThat(start(flows, "job5"))
        .isAfterOrEqualTo(end(flows, "job2"))
        .isAfterOrEqualTo(end(flows, "job4"));
  }

  @Test
  void the_error_example_ends_failed_with_exactly_three_jobs(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyExample("jobflow/example-job-error.yaml");

    flows.awaitState("jobflow-example-error", "Failed");
    flows.awaitEnd("jobflow-example-error");

    assertThat(flows.jobs())
        .containsExactlyInAnyOrder(
            "jobflow-example-error-job1",
            "jobflow-example-error-job2-error-container",
            "jobflow-example-error-job4");
    assertThat(flows.step("jobflow-example-error", "job4").state()).isEqualTo("Succeeded");
    StepEntry blocked = flows.step("jobflow-example-error", "job3");
    assertThat(blocked.state()).isEqualTo("Blocked");
    assertThat(blocked.message()).isEqualTo("no step is named job2");
    cluster.await("all is told", () -> flows.events("jobflow-example-error").contains("Failed"));
    assertThat(flows.events("jobflow-example-error"))
        .containsOnlyOnce("BackoffLimitExceeded", "Failed", "UnknownDependency");
  }

  @Test
  void all_jobs_of_the_same_node_example_are_bound_to_that_node(Cluster cluster) {
    Flows flows = new Flows(cluster);
    cluster.nodes("minikube");
    flows.applyExample("jobflow/example-sameNode.yaml");

    flows.awaitState("jobflow-example", "Succeed");

    assertThat(cluster.list(Job.class))
        .hasSize(5)
        .extracting(job -> pod(job).getNodeName())
        .containsOnly("minikube");
  }

  @Test
  void only_steps_that_ask_for_it_get_the_shared_volume(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyExample("jobflow/example-shareVolume.yaml");
    flows.awaitJob("jobflow-example-localpv-job1");
    flows.awaitJob("jobflow-example-localpv-job4");

    assertThat(pod(flows.job("jobflow-example-localpv-job1")).getVolumes()).hasSize(1);
    assertThat(pod(flows.job("jobflow-example-localpv-job4")).getVolumes()).isEmpty();
  }

  @Test
  void deleting_a_flow_leaves_nothing(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyExample("jobflow/example.yaml");
    flows.awaitJob("jobflow-example-job4");

    cluster.client().resources(JobFlow.class).withName("jobflow-example").delete();

    cluster.awaitGone(JobFlow.class, "jobflow-example");
    cluster.await("no Job is left", () -> cluster.list(Job.class).isEmpty());
  }

  private static Instant start(Flows flows, String step) {
    return Instant.parse(Objects.requireNonNull(flows.step("jobflow-example", step).startTime()));
  }

  private static Instant end(Flows flows, String step) {
    return Instant.parse(Objects.requireNonNull(flows.step("jobflow-example", step).finishTime()));
  }

  private static PodSpec pod(Job job) {
    return job.getSpec().getTemplate().getSpec();
  }
}
