package io.jopf.jobflow.e2e;

import static io.jopf.jobflow.e2e.FiveJobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.OperatorJar;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Flows whose containers really run. */
@Scenario
@Tag("real-node")
class RealContainersIT {

  private static final String FAILING = "jobflow-example-error-job2-error-container";

  @RegisterExtension private final OperatorJar operator = OperatorJar.ofThisModule();

  @BeforeEach
  void start(Cluster cluster) {
    cluster.apply(FiveJobs.DEFINITIONS);
    operator.start(cluster, Map.of()).awaitReady();
  }

  @Test
  void five_jobs_run_one_after_another_and_their_logs_can_be_read(Cluster cluster) {
    FiveJobs example = new FiveJobs(cluster);
    try (JobHistory history = JobHistory.of(cluster)) {
      cluster.apply(FiveJobs.inSeconds("example.yaml").replace("sleep", "echo $FOO $QUE; sleep"));
      example.awaitSucceed();

      FiveJobs.assertInOrder(history);
    }
    for (int number = 1; number <= 5; number++) {
      Pod pod = pod(cluster, job(number));
      assertThat(terminated(pod).getExitCode()).isZero();
      assertThat(cluster.client().pods().resource(pod).getLog()).isEqualTo("bar pasa\n");
    }
    assertThat(start(cluster, 2)).isAfterOrEqualTo(end(cluster, 1));
    assertThat(start(cluster, 3)).isAfterOrEqualTo(end(cluster, 2));
    assertThat(start(cluster, 5)).isAfterOrEqualTo(end(cluster, 2));
    assertThat(start(cluster, 5)).isAfterOrEqualTo(end(cluster, 4));
  }

  @Test
  void a_failing_container_fails_its_flow_with_exactly_three_jobs(Cluster cluster) {
    FiveJobs example = new FiveJobs(cluster);
    try (JobHistory history = JobHistory.of(cluster)) {
      cluster.apply(FiveJobs.inSeconds("example-job-error.yaml"));
      cluster.await("it is Failed", () -> "Failed".equals(example.state("jobflow-example-error")));
      cluster.await("job4 ends", () -> history.knows("jobflow-example-error-job4 Complete"));

      history.assertThatOnce("jobflow-example-error-job1", FAILING, "jobflow-example-error-job4");
    }
    assertThat(terminated(pod(cluster, FAILING)).getExitCode()).isEqualTo(1);
  }

  private static Pod pod(Cluster cluster, String job) {
    return cluster.client().pods().withLabel("job-name", job).list().getItems().get(0);
  }

  private static ContainerStateTerminated terminated(Pod pod) {
    return pod.getStatus().getContainerStatuses().get(0).getState().getTerminated();
  }

  private static Instant start(Cluster cluster, int number) {
    return Instant.parse(terminated(pod(cluster, job(number))).getStartedAt());
  }

  private static Instant end(Cluster cluster, int number) {
    return Instant.parse(terminated(pod(cluster, job(number))).getFinishedAt());
  }
}
