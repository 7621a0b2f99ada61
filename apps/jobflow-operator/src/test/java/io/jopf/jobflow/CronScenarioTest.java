package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.CronJobFlow;
import io.jopf.jobflow.api.CronJobFlowSpec;
import io.jopf.jobflow.api.CronJobFlowStatus;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.crd.Yaml;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.simulated.SimulatedCluster;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** On a real cluster minutes pass as they do; what takes several of them is simulated only. */
@JopfTest(crds = Flows.CRDS)
class CronScenarioTest {
  private static final String ONE_STEP =
      "flows: [{name: a, jobTemplate: {template: {spec: {containers: "
          + "[{name: m, image: 'busybox:1.28', command: [sh, -c, sleep %s]}]}}}}]";

  private static void every(Cluster cluster, String schedule, String sleep, String... fields) {
    cluster.apply(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: CronJobFlow
        metadata: {name: c}
        spec:
          schedules: ['%s']
          jobFlowTemplate: {metadata: {labels: {team: red}}, spec: {%s}}
          %s
        """
            .formatted(schedule, ONE_STEP.formatted(sleep), String.join("\n  ", fields)));
  }

  private static CronJobFlowStatus status(Cluster cluster) {
    return Optional.ofNullable(cluster.get(CronJobFlow.class, "c"))
        .map(CronJobFlow::getStatus)
        .orElse(CronJobFlowStatus.none());
  }

  private static List<JobFlow> runs(Cluster cluster) {
    return cluster.list(JobFlow.class);
  }

  private static String condition(Cluster cluster, String type) {
    return Objects.requireNonNullElse(status(cluster).conditions(), List.<Condition>of()).stream()
        .filter(condition -> type.equals(condition.getType()))
        .map(Condition::getStatus)
        .findFirst()
        .orElse("");
  }

  @Test
  void a_run_starts_every_minute_and_the_oldest_go(Cluster cluster) {
    every(cluster, "* * * * *", "1s", "successfulJobsHistoryLimit: 1");

    cluster.await("a run has succeeded", () -> status(cluster).lastSuccessfulTime() != null);
    String first = Objects.requireNonNull(status(cluster).lastScheduleTime());
    assertThat(runs(cluster))
        .first()
        .satisfies(run -> assertThat(run.getMetadata().getLabels()).containsEntry("team", "red"));
    cluster.await(
        "another run has succeeded and the first one is gone",
        () ->
            !first.equals(status(cluster).lastScheduleTime())
                && Integer.valueOf(0).equals(status(cluster).activeCount())
                && runs(cluster).size() == 1);
    assertThat(condition(cluster, "Ready")).isEqualTo("True");
  }

  @Test
  void a_run_that_is_deleted_is_not_started_again_not_even_by_another_operator(
      SimulatedCluster cluster, TestOperator operator) {
    every(cluster, "0 * * * *", "1s");
    cluster.await(
        "the first run has succeeded", () -> status(cluster).lastSuccessfulTime() != null);
    String name = runs(cluster).get(0).getMetadata().getName();

    cluster.client().resource(runs(cluster).get(0)).delete();
    operator.restart();
    cluster.await(
        "the second run has succeeded",
        () -> runs(cluster).stream().anyMatch(run -> !run.getMetadata().getName().equals(name)));

    assertThat(runs(cluster)).extracting(run -> run.getMetadata().getName()).doesNotContain(name);
  }

  @Test
  void a_forbidden_run_waits_and_then_starts(SimulatedCluster cluster) {
    every(cluster, "*/10 * * * *", "900s", "concurrencyPolicy: Forbid");

    cluster.await(
        "the second run waits",
        () -> Optional.ofNullable(status(cluster).message()).orElse("").contains(" waits for c-"));
    assertThat(runs(cluster)).hasSize(1);
    cluster.await("the second run goes on", () -> status(cluster).message() == null);
    assertThat(runs(cluster)).hasSize(2);
    assertThat(status(cluster).activeCount()).isEqualTo(1);
  }

  @Test
  void a_run_takes_the_place_of_the_one_that_goes_on(SimulatedCluster cluster) {
    every(cluster, "*/10 * * * *", "100000s", "concurrencyPolicy: Replace");
    cluster.await("the first run goes on", () -> runs(cluster).size() == 1);
    String first = runs(cluster).get(0).getMetadata().getName();

    cluster.await(
        "another one goes on instead",
        () -> {
          List<JobFlow> now = runs(cluster);
          return now.size() == 1 && !now.get(0).getMetadata().getName().equals(first);
        });
  }

  @Test
  void times_that_pass_while_it_is_suspended_are_passed_over(SimulatedCluster cluster) {
    every(cluster, "*/10 * * * *", "1s", "suspend: true");
    cluster.await("it is suspended", () -> condition(cluster, "Suspended").equals("True"));
    AtomicBoolean passed = new AtomicBoolean();
    cluster.time().schedule(Duration.ofMinutes(35), () -> passed.set(true));
    cluster.await("half an hour passes", passed::get);
    assertThat(runs(cluster)).isEmpty();

    every(cluster, "*/10 * * * *", "1s", "suspend: false");
    cluster.await("it goes on", () -> condition(cluster, "Suspended").equals("False"));

    assertThat(runs(cluster)).isEmpty();
    cluster.await("the next run", () -> runs(cluster).size() == 1);
  }

  @Test
  void the_next_daemon_job_waits_for_the_one_that_goes_on(SimulatedCluster cluster) {
    cluster.nodes("node1");
    cluster.apply(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: CronJobFlow
        metadata: {name: c}
        spec:
          schedules: ['*/10 * * * *']
          daemonJobTemplate:
            spec:
              template: {spec: {containers: [{name: m, image: 'busybox:1.28', command: [sh, -c, sleep 900s]}]}}
        """);

    cluster.await("the second one waits", () -> status(cluster).message() != null);
    assertThat(cluster.list(DaemonJob.class)).hasSize(1);
    assertThat(cluster.list(Job.class)).hasSize(1);
    cluster.await("the second one goes on", () -> cluster.list(DaemonJob.class).size() == 2);
  }

  @Test
  void a_schedule_that_means_nothing_is_told_and_keeps_nobody_else_waiting(Cluster cluster) {
    every(cluster, "0 0 31 2 *", "1s");

    cluster.await("it is told", () -> status(cluster).message() != null);

    assertThat(status(cluster).message())
        .isEqualTo("schedule 0 0 31 2 * names a day that never comes");
    assertThat(condition(cluster, "Ready")).isEqualTo("False");
    assertThat(condition(cluster, "Stalled")).isEqualTo("True");
    every(cluster, "0 0 1 1 *", "1s");
    cluster.await("it is right", () -> condition(cluster, "Ready").equals("True"));
    assertThat(condition(cluster, "Stalled")).isEqualTo("False");
    assertThat(status(cluster).nextScheduleTime()).isNotNull();
  }

  @Test
  void what_could_only_fail_is_refused_at_admission(TestOperator operator) {
    assertThat(operator.review(null, example()).allowed()).isTrue();

    CronJobFlow wrong = example();
    wrong.setSpec(at("0 25 * * *", wrong.getSpec()));

    assertThat(operator.review(null, wrong).message()).startsWith("schedule 0 25 * * *: ");
  }

  private static CronJobFlow example() {
    var file = Yaml.repository("examples/cronjobflow/example.yaml");
    return Yaml.as(Yaml.documents(file).get(0), CronJobFlow.class);
  }

  private static CronJobFlowSpec at(String schedule, CronJobFlowSpec like) {
    return new CronJobFlowSpec(
        List.of(schedule), null, null, null, null, null, null, like.jobFlowTemplate(), null);
  }
}
