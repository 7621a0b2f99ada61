package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.simulated.SimulatedCluster;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class StepsScenarioTest {

  @Test
  void a_failed_step_is_tried_again_under_another_name_and_the_pause_survives_a_restart(
      Cluster cluster, TestOperator operator) {
    Flows flows = new Flows(cluster);
    flows.applyFlow("f", "retry: {limit: 2, backoff: {seconds: 2}}", "flows", "- {name: a, FAIL}");
    cluster.await("it waits", () -> "RetryWait".equals(flows.step("f", "a").state()));
    operator.restart();

    flows.awaitEnd("f");

    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-a", "f-a-try2", "f-a-try3");
    assertThat(flows.step("f", "a").attempts()).isEqualTo(3);
    assertThat(flows.status("f").state()).isEqualTo("Failed");
    assertThat(flows.status("f").jobStatusList()).hasSize(3);
    assertThat(flows.job("f-a-try2").getMetadata().getLabels())
        .containsEntry("api.practice.com/attempt", "2");
  }

  @Test
  void branches_that_do_not_need_the_failed_step_run_on_where_that_is_wanted(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "failurePolicy: Continue",
        "flows",
        "- {name: bad, FAIL}",
        "- {name: after, dependencies: [bad], SLEEP1}",
        "- {name: x, SLEEP2}",
        "- {name: y, dependencies: [x], SLEEP1}",
        "- {name: mend, dependsOn: [{name: bad, condition: Failed}], SLEEP1}");

    flows.awaitEnd("f");

    assertThat(flows.status("f").state()).isEqualTo("Failed");
    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-bad", "f-x", "f-y", "f-mend");
    assertThat(flows.step("f", "after").state()).isEqualTo("Skipped");
  }

  @Test
  void a_failure_that_is_to_be_ignored_does_no_harm_and_is_noted(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f", "- {name: a, failurePolicy: Ignore, FAIL}", "- {name: b, dependencies: [a], SLEEP1}");

    flows.awaitState("f", "Succeed");

    assertThat(flows.status("f").message()).contains("failure ignored: a");
  }

  @Test
  void a_step_whose_condition_does_not_hold_is_left_out_and_others_go_on(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "params: [{name: DAY, value: '2'}]",
        "flows",
        "- {name: a, when: \"params.DAY == '1'\", SLEEP1}",
        "- {name: b, dependencies: [a], when: params.DAY > 1, SLEEP1}");

    flows.awaitState("f", "Succeed");

    assertThat(flows.jobs()).containsExactly("f-b");
    assertThat(flows.step("f", "a").reason()).isEqualTo("ConditionFalse");
  }

  @Test
  void a_condition_that_cannot_be_read_fails_the_flow_and_nothing_is_created(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow("f", "- {name: a, SLEEP1}", "- {name: b, when: 'params.DAY ==', SLEEP1}");

    flows.awaitState("f", "Failed");

    assertThat(flows.status("f").message())
        .isEqualTo("when of step b: something is missing at the end of: params.DAY ==");
    assertThat(flows.condition("f", "Accepted")).isEqualTo("False InvalidPlan");
    assertThat(flows.jobs()).isEmpty();
  }

  @Test
  void a_loop_runs_once_for_each_item_and_what_follows_waits_for_all(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "- {name: each, forEach: {items: [red, green], maxParallel: 1}, SLEEP1}",
        "- {name: after, dependencies: [each], SLEEP1}");

    flows.awaitState("f", "Succeed");

    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-each-0", "f-each-1", "f-after");
    assertThat(env(flows.job("f-each-1"))).contains("ITEM=green");
    assertThat(flows.step("f", "each-1").startTime())
        .isGreaterThanOrEqualTo(flows.step("f", "each-0").finishTime());
  }

  @Test
  void parameters_reach_the_template_as_text_and_as_environment(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "params: [{name: DAY, value: monday}]",
        "flows",
        "- name: a",
        "  jobTemplate: {template: {spec: {containers: [{name: main, image: x,",
        "    command: [sh, -c, 'sleep 1s; echo ${params.DAY} $HOME ${HOME} $${params.DAY}']}]}}}",
        "  patch: {template: {spec: {containers: [{name: main, image: busybox}]}}}");

    flows.awaitState("f", "Succeed");

    Container main = main(flows.job("f-a"));
    assertThat(main.getCommand().get(2))
        .isEqualTo("sleep 1s; echo monday $HOME ${HOME} ${params.DAY}");
    assertThat(main.getImage()).isEqualTo("busybox");
    assertThat(env(flows.job("f-a"))).contains("DAY=monday");
  }

  @Test
  void a_value_that_is_missing_fails_the_step_and_says_so(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "- name: a",
        "  jobTemplate: {template: {spec: {containers: [{name: m, image: '${params.NONE}'}]}}}");

    flows.awaitEnd("f");

    assertThat(flows.step("f", "a").reason()).isEqualTo("MissingValue");
    assertThat(flows.status("f").message()).isEqualTo("a failed: there is no params.NONE");
  }

  @Test
  void the_error_handler_runs_only_after_a_failure_and_is_told_of_it(Cluster cluster) {
    Flows flows = new Flows(cluster);
    String handler =
        "errorHandler: {jobTemplate: {template: {spec: {containers: [{name: main, "
            + "image: busybox, command: [sh, -c, sleep 1s]}]}}}}";
    flows.applyFlow("good", handler, "flows", "- {name: a, SLEEP1}");
    flows.applyFlow("bad", handler, "flows", "- {name: a, FAIL}");

    flows.awaitState("good", "Succeed");
    flows.awaitEnd("bad");

    assertThat(flows.jobs()).containsExactlyInAnyOrder("good-a", "bad-a", "bad-error-handler");
    assertThat(env(flows.job("bad-error-handler")))
        .contains(
            "JOBFLOW_NAME=bad",
            "JOBFLOW_FAILED_STEP=a",
            "JOBFLOW_FAILED_REASON=BackoffLimitExceeded");
    assertThat(flows.status("good").progress()).isEqualTo("1/1");
  }

  @Test
  void final_steps_run_after_success_and_after_failure(Cluster cluster) {
    Flows flows = new Flows(cluster);
    for (String work : List.of("SLEEP1", "FAIL")) {
      String name = work.equals("FAIL") ? "bad" : "good";
      flows.applyFlow(
          name,
          "- {name: a, " + work + "}",
          "finally",
          "- {name: y, SLEEP1}",
          "- {name: z, dependencies: [y], SLEEP1}");
      flows.awaitEnd(name);
      assertThat(flows.step(name, "z").state()).isEqualTo("Succeeded");
      assertThat(flows.condition(name, "FinallyComplete")).startsWith("True");
    }
    assertThat(flows.status("good").state()).isEqualTo("Succeed");
    assertThat(flows.status("bad").state()).isEqualTo("Failed");
  }

  @Test
  void a_flow_that_has_ended_goes_after_its_time_with_its_jobs(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow("f", "ttlSecondsAfterFinished: 2", "flows", "- {name: a, SLEEP1}");

    cluster.await("it has run", () -> flows.events("f").contains("Succeed"));
    cluster.awaitGone(JobFlow.class, "f");
    cluster.await("no Job is left", () -> cluster.list(Job.class).isEmpty());
  }

  @Test
  void jobs_of_a_flow_that_succeeded_go_where_that_is_wanted_and_failed_ones_stay(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "jobRetainPolicy: DeleteOnSuccess",
        "flows",
        "- {name: a, failurePolicy: Ignore, FAIL}",
        "- {name: b, dependencies: [a], SLEEP1}");
    flows.awaitState("f", "Succeed");

    cluster.await("only the failed one is left", () -> flows.jobs().equals(List.of("f-a")));
    assertThat(flows.status("f").progress()).isEqualTo("1/2");
    assertThat(flows.step("f", "b").job()).isEqualTo("f-b");
  }

  @Test
  void a_step_that_is_due_too_long_without_a_template_fails(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow("f", "- {name: a, jobTemplateRef: nobody, pendingTimeoutSeconds: 2}");

    flows.awaitEnd("f");

    assertThat(flows.step("f", "a").reason()).isEqualTo("PendingTimeout");
  }

  @Test
  void an_attempt_that_takes_too_long_fails(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow("f", "- {name: a, timeoutSeconds: 2, SLEEP900}");

    flows.awaitEnd("f");

    assertThat(flows.step("f", "a").reason()).isEqualTo("DeadlineExceeded");
  }

  @Test
  void steps_cannot_be_changed_once_the_flow_has_started(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow("f", "- {name: a, SLEEP3}");
    cluster.await("it has started", () -> flows.status("f").topology() != null);
    flows.applyFlow("f", "- {name: a, SLEEP3}", "- {name: b, SLEEP1}");

    flows.awaitState("f", "Failed");
    assertThat(flows.status("f").message()).isEqualTo("steps were changed after the start");
    flows.applyFlow("f", "- {name: a, SLEEP3}");

    flows.awaitState("f", "Succeed");
    flows.applyFlow("f", "- {name: a, SLEEP3}", "- {name: b, SLEEP1}");
    flows.applyFlow("g", "- {name: a, SLEEP1}");
    flows.awaitState("g", "Succeed");
    assertThat(flows.status("f").state()).as("what has ended stays").isEqualTo("Succeed");
    assertThat(flows.jobs()).containsExactlyInAnyOrder("f-a", "g-a");
  }

  @Test
  void what_a_step_puts_out_reaches_those_that_depend_on_it(SimulatedCluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyFlow(
        "f",
        "- name: a",
        "  jobTemplate:",
        "    template:",
        "      metadata: {annotations: {test.jopf.io/message: '{\"rows\": 7, \"file\": \"x\"}'}}",
        "      spec: {containers: [{name: main, image: busybox, command: [sh, -c, sleep 1s]}]}",
        "- name: b",
        "  dependencies: [a]",
        "  when: steps.a.outputs.rows > 5",
        "  jobTemplate: {template: {spec: {containers: [{name: main, image: busybox,",
        "    command: [sh, -c, 'sleep 1s; cat ${steps.a.outputs.file}']}]}}}",
        "- name: c",
        "  dependencies: [a]",
        "  failurePolicy: Ignore",
        "  jobTemplate: {template: {spec: {containers: [{name: main,",
        "    image: '${steps.a.outputs.none}'}]}}}");

    flows.awaitState("f", "Succeed");

    assertThat(flows.step("f", "a").outputs()).isEqualTo(Map.of("rows", "7", "file", "x"));
    assertThat(main(flows.job("f-b")).getCommand().get(2)).isEqualTo("sleep 1s; cat x");
    assertThat(env(flows.job("f-b"))).contains("OUTPUT_A_ROWS=7", "OUTPUT_A_FILE=x");
    assertThat(flows.step("f", "c").reason()).isEqualTo("MissingValue");
    assertThat(flows.step("f", "c").message()).isEqualTo("there is no steps.a.outputs.none");
  }

  private static Container main(Job job) {
    return job.getSpec().getTemplate().getSpec().getContainers().get(0);
  }

  private static List<String> env(Job job) {
    return main(job).getEnv().stream().map(StepsScenarioTest::text).toList();
  }

  private static String text(EnvVar variable) {
    return variable.getName() + "=" + variable.getValue();
  }
}
