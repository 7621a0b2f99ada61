package io.jopf.jobflow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jobflow.api.JobFlowSpec;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorHandlersTest {

  @ParameterizedTest
  @ValueSource(strings = {"errorHandler", "ErrorHandler"})
  void a_script_with_an_image_is_a_job_in_either_spelling(String field) {
    PodSpec pod =
        pod(plan(field + ": {image: busybox, script: 'echo $JOBFLOW_STATE', nodeName: n}"));

    Container container = pod.getContainers().get(0);
    assertThat(container.getImage()).isEqualTo("busybox");
    assertThat(container.getCommand()).containsExactly("sh", "-c", "echo $JOBFLOW_STATE");
    assertThat(pod.getNodeName()).as("what it says of the pod").isEqualTo("n");
  }

  @Test
  void a_script_is_what_the_first_container_runs() {
    PodSpec pod =
        pod(
            plan(
                "errorHandler: {script: run, containers: [{name: a, image: x}, {name: b, image: y,"
                    + " command: [z]}]}"));

    assertThat(pod.getContainers().get(0).getCommand()).containsExactly("sh", "-c", "run");
    assertThat(pod.getContainers().get(1).getCommand()).containsExactly("z");
    assertThat(
            pod(plan(
                    "errorHandler: {script: run, jobTemplate: {template: {spec: {containers:"
                        + " [{name: a, image: x}]}}}}"))
                .getContainers()
                .get(0)
                .getCommand())
        .containsExactly("sh", "-c", "run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {script: run} | errorHandler.script needs something to run in: errorHandler.image, such as busybox, containers or jobTemplate
          {script: run, jobTemplateRef: t} | errorHandler.script does not go with jobTemplateRef 't'
          {script: run, containers: [{name: a, command: [x]}]} | errorHandler has both a script and, in container a, a command or args
          {script: 7, image: x} | errorHandler.script has to be a text that says something
          {image: x} | errorHandler.image needs errorHandler.script
          {image: x, script: run, containers: []} | errorHandler has both image and containers
          """)
  void what_is_missing_or_too_much_is_named(String handler, String problem) {
    assertThat(plan("errorHandler: " + handler).problems()).containsExactly(problem);
  }

  private static FlowPlan plan(String handler) {
    String yaml = "flows: [{name: a, jobTemplateRef: t}]\n" + handler;
    return FlowPlan.of(Serialization.unmarshal(yaml, JobFlowSpec.class));
  }

  private static PodSpec pod(FlowPlan plan) {
    assertThat(plan.problems()).isEmpty();
    PlannedStep step = Objects.requireNonNull(plan.step("error-handler"));
    JobSpec job = Objects.requireNonNull(step.flow().jobTemplate());
    return job.getTemplate().getSpec();
  }
}
