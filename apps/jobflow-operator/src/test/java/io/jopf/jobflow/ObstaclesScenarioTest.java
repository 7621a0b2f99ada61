package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.api.JobTemplateStatus;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class ObstaclesScenarioTest {

  @Test
  void a_cycle_fails_the_flow_and_nothing_is_created(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyChain("f", "a c", "b a", "c b", "free");

    flows.awaitState("f", "Failed");

    assertThat(flows.status("f").message()).contains("a -> c -> b -> a");
    assertThat(flows.jobs()).isEmpty();
  }

  @Test
  void a_flow_waits_for_its_template_and_goes_on_when_it_appears(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyExample("jobflow/example-with-jobTemplate.yaml");
    cluster.await(
        "it is said what is missing",
        () -> "TemplateMissing".equals(flows.step("jobflow-example-template", "job1").reason()));
    assertThat(flows.jobs()).isEmpty();

    flows.applyExample("jobtemplate/example.yaml");

    flows.awaitState("jobflow-example-template", "Succeed");
    assertThat(flows.job("jobflow-example-template-job1").getMetadata().getAnnotations())
        .containsEntry("createByJobTemplate", cluster.namespace() + ".job1-template");
  }

  @Test
  void a_template_lists_the_jobs_made_from_it_as_long_as_they_exist(Cluster cluster) {
    Flows flows = new Flows(cluster);
    flows.applyExample(
        "jobtemplate/example.yaml",
        "jobflow/example-with-jobTemplate.yaml",
        "jobflow/example-with-jobTemplate1.yaml");

    awaitUsers(cluster, List.of("jobflow-example-template-job1", "jobflow-example-template2-job1"));
    cluster.client().resources(JobFlow.class).withName("jobflow-example-template").delete();
    awaitUsers(cluster, List.of("jobflow-example-template2-job1"));
  }

  @Test
  void a_job_of_somebody_else_is_never_taken_over(Cluster cluster) {
    Flows flows = new Flows(cluster);
    cluster
        .client()
        .resource(
            new JobBuilder()
                .withNewMetadata()
                .withName("f-a")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .withRestartPolicy("Never")
                .addNewContainer()
                .withName("main")
                .withImage("busybox:1.28")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build())
        .create();

    flows.applyChain("f", "a");
    flows.awaitState("f", "Failed");

    assertThat(flows.step("f", "a").reason()).isEqualTo("NameConflict");
    assertThat(flows.job("f-a").getMetadata().getOwnerReferences()).isEmpty();
  }

  @Test
  void final_steps_run_though_a_job_could_not_be_made_and_no_other_moves(Cluster cluster) {
    Flows flows = new Flows(cluster);
    cluster.apply(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: f-work}
        spec:
          suspend: true
          template:
            spec: {restartPolicy: Never, containers: [{name: m, image: 'busybox:1.28'}]}
        """);

    flows.applyFlow("f", "flows", "- {name: work, SLEEP1}", "finally", "- {name: clean, SLEEP1}");

    flows.awaitEnd("f");
    assertThat(flows.status("f").state()).isEqualTo("Failed");
    assertThat(flows.step("f", "work").reason()).isEqualTo("NameConflict");
    assertThat(flows.step("f", "clean").state()).isEqualTo("Succeeded");
  }

  @Test
  void dependents_wait_for_all_completions(Cluster cluster) {
    Flows flows = new Flows(cluster);
    cluster.apply(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: JobFlow
        metadata: {name: f}
        spec:
          flows:
          - name: three
            jobTemplate:
              completions: 3
              template: {spec: {containers: [{name: m, image: x, command: [sh, -c, sleep 5s]}]}}
          - name: after
            dependencies: [three]
            jobTemplate:
              template: {spec: {containers: [{name: m, image: x, command: [sh, -c, sleep 1s]}]}}
        """);

    flows.awaitJob("f-after");

    assertThat(flows.job("f-three").getStatus().getSucceeded()).isEqualTo(3);
    flows.awaitState("f", "Succeed");
  }

  @Test
  void a_deadline_fails_a_step_without_any_failed_pod_of_its_own(Cluster cluster) {
    Flows flows = new Flows(cluster);
    cluster.apply(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: JobFlow
        metadata: {name: f}
        spec:
          flows:
          - name: slow
            jobTemplate:
              activeDeadlineSeconds: 2
              template: {spec: {containers: [{name: m, image: x, command: [sh, -c, sleep 900s]}]}}
        """);

    flows.awaitEnd("f");

    assertThat(flows.status("f").state()).isEqualTo("Failed");
    assertThat(flows.step("f", "slow").reason()).isEqualTo("DeadlineExceeded");
  }

  private static void awaitUsers(Cluster cluster, List<String> names) {
    cluster.await(
        "job1-template is used by " + names,
        () ->
            Optional.ofNullable(cluster.get(JobTemplate.class, "job1-template"))
                .map(JobTemplate::getStatus)
                .map(JobTemplateStatus::dependencyList)
                .filter(names::equals)
                .isPresent());
  }
}
