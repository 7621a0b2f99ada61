package io.jopf.jobflow.e2e;

import static io.jopf.jobflow.e2e.FiveJobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.process.OperatorProcess;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Scenario
@Tag("control-plane-only")
class CrashIT {

  @RegisterExtension private final OperatorJar operator = OperatorJar.ofThisModule();

  @Test
  void killed_while_a_job_runs_it_goes_on_with_that_job(Cluster cluster) {
    FiveJobs example = FiveJobs.on(cluster);
    try (JobHistory history = JobHistory.of(cluster)) {
      Set<String> before = killWhileJob2Runs(example);

      operator.start(cluster, Map.of()).awaitReady();
      assertThat(history.knows(job(2) + " Complete")).isFalse();
      endJob2(cluster);
      example.awaitSucceed();

      FiveJobs.assertInOrder(history);
      assertThat(example.uids()).hasSize(5).containsAll(before);
    }
  }

  @Test
  void killed_it_learns_later_that_a_job_has_ended_meanwhile(Cluster cluster) {
    FiveJobs example = FiveJobs.on(cluster);
    try (JobHistory history = JobHistory.of(cluster)) {
      Set<String> before = killWhileJob2Runs(example);

      endJob2(cluster);
      cluster.await("job2 ends unseen", () -> history.knows(job(2) + " Complete"));
      assertThat(history.added()).containsExactlyInAnyOrder(job(1), job(4), job(2));
      operator.start(cluster, Map.of());
      example.awaitSucceed();

      FiveJobs.assertInOrder(history);
      assertThat(example.uids()).hasSize(5).containsAll(before);
    }
  }

  private Set<String> killWhileJob2Runs(FiveJobs example) {
    OperatorProcess first = operator.start(example.cluster(), Map.of());
    // job2 is the first that takes long
    String endless = FiveJobs.inSeconds("example.yaml").replaceFirst("sleep 2s", "sleep 1h");
    example.cluster().apply(endless);
    example.cluster().await("job2 runs", () -> example.isRunning(job(2)));
    first.kill();
    Set<String> uids = example.uids();
    assertThat(uids).hasSize(3);
    return uids;
  }

  private static void endJob2(Cluster cluster) {
    var pods = cluster.client().pods();
    Pod pod = pods.withLabel("job-name", job(2)).list().getItems().get(0);
    pods.resource(pod)
        .edit(
            running ->
                new PodBuilder(running)
                    .editMetadata()
                    .addToAnnotations("test.jopf.io/run-for", "0s")
                    .endMetadata()
                    .build());
  }
}
