package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.ForeignObjectException;
import io.jopf.ObjectKey;
import io.jopf.TemporaryException;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowSpec;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.api.JobTemplateSpec;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.status.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowRoundTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final JobSpec SPEC = new JobSpecBuilder().build();

  private final FakeChildren children = new FakeChildren();
  private final Map<String, JobTemplate> templates = new HashMap<>();
  private final List<Job> owned = new ArrayList<>();
  private final JobFlow flow = new JobFlow();
  private @Nullable Jobs jobs;

  @Test
  void what_is_due_is_created_and_shown_in_the_same_round() {
    JobFlowStatus status = run(null, step("a", SPEC), step("b", SPEC, "a"));

    assertThat(names(children.created)).containsExactly("f-a");
    assertThat(status.state()).isEqualTo("Running");
    assertThat(states(status)).containsExactly("a Running", "b Waiting");
  }

  @Test
  void a_missing_template_holds_its_step_while_others_go_on_until_it_appears() {
    Flow[] steps = {reference("a", "t"), step("b", SPEC)};
    JobFlowStatus status = run(null, steps);

    assertThat(names(children.created)).containsExactly("f-b");
    assertThat(steps(status).get(0).reason()).isEqualTo("TemplateMissing");

    JobTemplate template = new JobTemplate();
    template.getMetadata().setUid("t-uid");
    template.setSpec(new JobTemplateSpec(SPEC, null));
    templates.put("t", template);
    owned.add((Job) children.created.get(0));
    run(status, steps);

    assertThat(names(children.created)).containsExactly("f-b", "f-a", "f-template.t");
    assertThat(children.created.get(1).getMetadata().getAnnotations())
        .containsEntry(Marks.TEMPLATE, "team.t");
  }

  @Test
  void a_reference_wins_over_what_stands_in_the_step() {
    JobTemplate template = new JobTemplate();
    template.getMetadata().setUid("t-uid");
    template.setSpec(new JobTemplateSpec(new JobSpecBuilder().withCompletions(7).build(), null));
    templates.put("t", template);

    run(null, flow("a", List.of(), SPEC, "t"));

    assertThat(((Job) children.created.get(0)).getSpec().getCompletions()).isEqualTo(7);
  }

  @Test
  void a_step_that_says_nothing_fails_the_flow_before_any_job_is_made() {
    JobFlowStatus status = run(null, step("a", SPEC), flow("b", List.of(), null, ""));

    assertThat(children.created).isEmpty();
    assertThat(status.state()).isEqualTo("Failed");
    assertThat(steps(status).get(1).reason()).isEqualTo("NoTemplate");
  }

  @Test
  void a_cycle_fails_the_flow_before_any_job_is_made() {
    JobFlowStatus status = run(null, step("x", SPEC), step("a", SPEC, "b"), step("b", SPEC, "a"));

    assertThat(children.created).isEmpty();
    assertThat(status.state()).isEqualTo("Failed");
    assertThat(status.message()).contains("a -> b -> a");
  }

  @Test
  void a_name_that_somebody_else_has_fails_the_step_and_keeps_no_other_from_starting() {
    children.refusing("f-a", new ForeignObjectException("Job", new ObjectKey("team", "f-a")));

    JobFlowStatus status = run(null, step("a", SPEC), step("b", SPEC));

    assertThat(names(children.created)).containsExactly("f-b");
    assertThat(status.state()).isEqualTo("Failed");
    assertThat(steps(status).get(0).reason()).isEqualTo("NameConflict");
  }

  @Test
  void a_refused_spec_fails_the_step_with_the_servers_words() {
    children.refusing("f-a", new KubernetesClientException("spec.x: wrong", 422, null));

    JobFlowStatus status = run(null, step("a", SPEC));

    assertThat(steps(status).get(0).reason()).isEqualTo("Invalid");
    assertThat(steps(status).get(0).message()).isEqualTo("spec.x: wrong");
  }

  @Test
  void exhausted_quota_holds_the_step_and_is_tried_again() {
    children.refusing("f-a", new KubernetesClientException("exceeded quota", 403, null));

    JobFlowStatus status = run(null, step("a", SPEC));

    assertThat(steps(status).get(0).state()).isEqualTo("Waiting");
    assertThat(steps(status).get(0).reason()).isEqualTo("Forbidden");
    assertThatThrownBy(() -> Objects.requireNonNull(jobs).finish(delay -> {}, () -> {}))
        .isInstanceOf(TemporaryException.class);
  }

  @Test
  void trouble_of_the_server_is_passed_on_after_the_report() {
    KubernetesClientException trouble = new KubernetesClientException("down", 503, null);
    children.refusing("f-a", trouble);

    JobFlowStatus status = run(null, step("a", SPEC), step("b", SPEC));

    assertThat(names(children.created)).containsExactly("f-b");
    List<String> order = new ArrayList<>();
    assertThatThrownBy(
            () -> Objects.requireNonNull(jobs).finish(delay -> {}, () -> order.add("stored")))
        .isSameAs(trouble);
    assertThat(order).containsExactly("stored");
    assertThat(steps(status).get(0).state()).isEqualTo("Waiting");
  }

  @Test
  void a_time_to_live_is_put_on_a_job_only_after_its_outcome_is_stored() {
    Flow step = step("a", new JobSpecBuilder().withTtlSecondsAfterFinished(5).build());
    JobFlowStatus running = run(null, step);
    Job job = (Job) children.created.get(0);
    job.setStatus(
        new JobStatusBuilder()
            .addNewCondition()
            .withType("Complete")
            .withStatus("True")
            .endCondition()
            .build());
    owned.add(job);

    JobFlowStatus ended = run(running, step);
    assertThat(children.applied).as("not stored yet").isEmpty();
    List<Duration> rounds = new ArrayList<>();
    Objects.requireNonNull(jobs).finish(rounds::add, () -> {});
    assertThat(rounds).as("another round follows at once").containsExactly(Duration.ZERO);

    run(ended, step);
    assertThat(names(children.applied)).containsExactly("f-a");
    assertThat(((Job) children.applied.get(0)).getSpec().getTtlSecondsAfterFinished()).isEqualTo(5);
  }

  @Test
  void a_job_that_finished_in_a_step_no_longer_wanted_may_go_at_once() {
    Flow step = step("a", new JobSpecBuilder().withTtlSecondsAfterFinished(5).build());
    run(null, step);
    Job job = (Job) children.created.get(0);
    job.setStatus(
        new JobStatusBuilder()
            .addNewCondition()
            .withType("Failed")
            .withStatus("True")
            .endCondition()
            .build());
    owned.add(job);

    run(null, step("other", SPEC));

    assertThat(names(children.applied)).containsExactly("f-a");
  }

  private JobFlowStatus run(@Nullable JobFlowStatus stored, Flow... steps) {
    flow.setMetadata(
        new ObjectMetaBuilder().withName("f").withNamespace("team").withUid("u").build());
    flow.setSpec(
        new JobFlowSpec(
            null,
            List.of(steps),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    Jobs round = new Jobs(children, owned, Marks.STEP);
    jobs = round;
    return new FlowRound(
            flow,
            FlowPlan.of(flow.getSpec()),
            round,
            new FakeWorld(templates),
            NOW,
            Hands.ONE,
            null)
        .report(Report.of(stored))
        .ofFlow();
  }

  private static Flow step(String name, JobSpec spec, String... needs) {
    return flow(name, List.of(needs), spec, null);
  }

  private static Flow reference(String name, String template) {
    return flow(name, List.of(), null, template);
  }

  private static Flow flow(
      String name, List<String> needs, @Nullable JobSpec spec, @Nullable String template) {
    return new Flow(
        name, needs, null, null, null, spec, template, null, null, null, null, null, null, null,
        null, null, null);
  }

  private static List<StepEntry> steps(JobFlowStatus status) {
    return Objects.requireNonNull(status.steps());
  }

  private static List<String> states(JobFlowStatus status) {
    return steps(status).stream().map(step -> step.name() + " " + step.state()).toList();
  }

  private static List<String> names(List<HasMetadata> objects) {
    return objects.stream().map(object -> object.getMetadata().getName()).toList();
  }
}
