package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.status.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StickyNodeTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final FakeChildren children = new FakeChildren();
  private final FakeWorld world = new FakeWorld(Map.of());
  private final JobFlow flow =
      Serialization.unmarshal(
          """
          apiVersion: api.practice.com/v1alpha1
          kind: JobFlow
          metadata: {name: f, namespace: team, uid: u}
          spec:
            nodeBinding: Sticky
            flows:
            - {name: a, jobTemplate: {template: {}}}
            - {name: b, jobTemplate: {template: {}}}
            - {name: c, dependencies: [a], jobTemplate: {template: {}}}
          """,
          JobFlow.class);
  private @Nullable JobFlowStatus status;

  @Test
  void until_the_first_step_has_its_node_no_other_starts_and_then_all_run_there() {
    look(List.of());
    assertThat(names()).containsExactly("f-a");
    assertThat(step("b").reason()).isEqualTo("WaitingForNode");
    Job first = (Job) children.created.get(0);
    look(List.of(first));
    assertThat(names()).containsExactly("f-a");

    world.placed.put("f-a", "node7");
    look(List.of(first));

    assertThat(names()).containsExactly("f-a", "f-b");
    assertThat(Objects.requireNonNull(status).node()).isEqualTo("node7");
    assertThat(affinity(0)).isEqualTo("null");
    assertThat(affinity(1)).contains("metadata.name").contains("node7");
  }

  @Test
  void what_is_stored_is_enough_when_the_pod_has_gone() {
    look(List.of());
    Job first = (Job) children.created.get(0);
    world.placed.put("f-a", "node7");
    look(List.of(first));
    world.placed.clear();
    first.setStatus(
        new JobStatusBuilder()
            .addNewCondition()
            .withType("Complete")
            .withStatus("True")
            .endCondition()
            .build());
    look(List.of(first, (Job) children.created.get(1)));

    assertThat(names()).containsExactly("f-a", "f-b", "f-c");
    assertThat(affinity(2)).contains("node7");
  }

  private void look(List<Job> owned) {
    status =
        new FlowRound(
                flow,
                FlowPlan.of(flow.getSpec()),
                new Jobs(children, owned, Marks.STEP),
                world,
                NOW,
                Hands.ONE,
                null)
            .report(Report.of(status))
            .ofFlow();
  }

  private StepEntry step(String name) {
    return Objects.requireNonNull(Objects.requireNonNull(status).steps()).stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() {
    return children.created.stream().map(job -> job.getMetadata().getName()).toList();
  }

  private String affinity(int number) {
    Job job = (Job) children.created.get(number);
    return String.valueOf(job.getSpec().getTemplate().getSpec().getAffinity());
  }
}
