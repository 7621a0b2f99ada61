package io.jopf.test.contract;

import static io.jopf.test.contract.Things.has;
import static io.jopf.test.contract.Things.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@Scenario
class JobsTest {

  @Test
  void a_job_runs_a_pod_and_completes(Cluster cluster) {
    cluster.client().resource(job("good", "sleep 30")).create();

    cluster.await("the job runs", () -> active(cluster, "good") == 1);
    assertThat(pods(cluster, "good")).hasSize(1);

    cluster.await("the job is complete", () -> has(cluster, "good", "Complete"));
    JobStatus status = get(cluster, "good").getStatus();
    assertThat(status.getSucceeded()).isEqualTo(1);
    assertThat(status.getActive()).isNull();
    assertThat(status.getStartTime()).isNotNull();
    assertThat(status.getCompletionTime()).isNotNull();
    assertThat(has(cluster, "good", "SuccessCriteriaMet")).isTrue();
    assertThat(pods(cluster, "good").get(0).getStatus().getPhase()).isEqualTo("Succeeded");
  }

  @Test
  void a_job_whose_pod_fails_more_often_than_allowed_fails(Cluster cluster) {
    cluster.client().resource(job("bad", "exit 3")).create();

    cluster.await("the job has failed", () -> has(cluster, "bad", "Failed"));
    JobStatus status = get(cluster, "bad").getStatus();
    assertThat(status.getFailed()).isEqualTo(1);
    assertThat(status.getCompletionTime()).isNull();
    assertThat(status.getConditions())
        .filteredOn(c -> "Failed".equals(c.getType()))
        .singleElement()
        .satisfies(c -> assertThat(c.getReason()).isEqualTo("BackoffLimitExceeded"));
    Pod pod = pods(cluster, "bad").get(0);
    assertThat(pod.getStatus().getPhase()).isEqualTo("Failed");
    assertThat(
            pod.getStatus().getContainerStatuses().get(0).getState().getTerminated().getExitCode())
        .isEqualTo(3);
  }

  @Test
  void annotations_of_the_pod_template_win_over_its_command(Cluster cluster) {
    Job job =
        new JobBuilder(job("told", "sleep 1000000"))
            .editSpec()
            .editTemplate()
            .withNewMetadata()
            .addToAnnotations("test.jopf.io/run-for", "2s")
            .addToAnnotations("test.jopf.io/exit-code", "7")
            .endMetadata()
            .endTemplate()
            .endSpec()
            .build();
    cluster.client().resource(job).create();

    cluster.await("the job has failed", () -> has(cluster, "told", "Failed"));
  }

  @Test
  void a_job_runs_as_many_pods_at_once_as_it_may_until_enough_succeeded(Cluster cluster) {
    Job job =
        new JobBuilder(job("many", "sleep 20"))
            .editSpec()
            .withParallelism(2)
            .withCompletions(3)
            .endSpec()
            .build();
    cluster.client().resource(job).create();

    cluster.await("two pods run", () -> active(cluster, "many") == 2);
    cluster.await("the job is complete", () -> has(cluster, "many", "Complete"));
    assertThat(get(cluster, "many").getStatus().getSucceeded()).isEqualTo(3);
    assertThat(pods(cluster, "many")).hasSize(3);
  }

  @Test
  void a_suspended_job_has_no_pods_until_it_is_resumed(Cluster cluster) {
    Job job = new JobBuilder(job("late", "true")).editSpec().withSuspend(true).endSpec().build();
    cluster.client().resource(job).create();
    cluster.await("the job is suspended", () -> has(cluster, "late", "Suspended"));
    assertThat(pods(cluster, "late")).isEmpty();
    assertThat(get(cluster, "late").getStatus().getStartTime()).isNull();

    cluster.client().resource(job).edit(j -> resumed(j));
    cluster.await("the job is complete", () -> has(cluster, "late", "Complete"));
  }

  private static Job resumed(Job job) {
    return new JobBuilder(job).editSpec().withSuspend(false).endSpec().build();
  }

  @Test
  void a_finished_job_with_a_time_to_live_goes_and_its_pods_with_it(Cluster cluster) {
    Job job =
        new JobBuilder(job("brief", "true"))
            .editSpec()
            .withTtlSecondsAfterFinished(1)
            .endSpec()
            .build();
    cluster.client().resource(job).create();

    cluster.await("the job has run", () -> !pods(cluster, "brief").isEmpty());
    cluster.awaitGone(Job.class, "brief");
    cluster.await("its pods are gone", () -> pods(cluster, "brief").isEmpty());
  }

  @Test
  void a_pod_stays_pending_until_its_node_is_there(Cluster cluster) {
    Job job =
        new JobBuilder(job("placed", "sleep 20"))
            .editSpec()
            .editTemplate()
            .editSpec()
            .withNodeName("node7")
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    cluster.client().resource(job).create();
    cluster.await("it has a pod", () -> pods(cluster, "placed").size() == 1);
    assertThat(pods(cluster, "placed").get(0).getStatus().getPhase()).isEqualTo("Pending");

    cluster.nodes("node1", "node7");
    cluster.await("the job is complete", () -> has(cluster, "placed", "Complete"));
    assertThat(pods(cluster, "placed").get(0).getSpec().getNodeName()).isEqualTo("node7");
  }

  @Test
  void deleting_a_running_job_in_the_background_takes_its_pods(Cluster cluster) {
    cluster.client().resource(job("gone", "sleep 100000")).create();
    cluster.await("the job runs", () -> active(cluster, "gone") == 1);

    cluster.client().batch().v1().jobs().withName("gone").delete();
    cluster.awaitGone(Job.class, "gone");
    cluster.await("its pods are gone", () -> pods(cluster, "gone").isEmpty());
  }

  private static int active(Cluster cluster, String name) {
    JobStatus status = get(cluster, name).getStatus();
    return status == null || status.getActive() == null ? 0 : status.getActive();
  }

  private static Job get(Cluster cluster, String name) {
    return Objects.requireNonNull(cluster.get(Job.class, name));
  }

  private static List<Pod> pods(Cluster cluster, String job) {
    return cluster.client().pods().withLabel("job-name", job).list().getItems();
  }
}
