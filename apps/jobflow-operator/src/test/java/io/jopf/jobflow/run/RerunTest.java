package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.status.Report;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Flows that run again in place; a round whose status is not stored is one that was killed. */
class RerunTest {
  private static final String JOB =
      "jobTemplate: {template: {spec: {containers: [{name: m, image: x}]}}}";
  private static final String A = "{name: a, " + JOB + "}";
  private static final String B = "{name: b, " + JOB + "}";

  private final FakeChildren children = new FakeChildren();
  private final Map<String, JobTemplate> templates = new HashMap<>();
  private final FakeWorld world = new FakeWorld(templates);
  private final Map<String, Job> jobs = new TreeMap<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private String wish = "resubmit: '0'";
  private @Nullable JobFlowStatus stored;

  @Test
  void a_step_that_is_put_back_after_a_run_without_it_runs_again() {
    run("flows: [" + A + ", " + B + "]");
    wish = "resubmit: '1'";
    run("flows: [" + A + "]");
    wish = "resubmit: '2'";
    String both = "flows: [" + A + ", " + B + "]";

    round(both);
    assertThat(jobs).containsKeys("f-a-try3", "f-b-try2");
    complete("Complete");
    round(both);
    stored = round(both);
    assertThat(jobs).as("once only, whoever was killed").doesNotContainKey("f-b-try3");
    assertThat(stored.state()).isEqualTo("Succeed");
    assertThat(stored.progress()).isEqualTo("2/2");
    assertThat(jobs).hasSize(5);
  }

  @Test
  void a_failed_step_that_is_put_back_for_a_retry_runs_again() {
    String both = "failurePolicy: Continue, flows: [" + A + ", " + B + "]";
    stored = round(both);
    complete("Failed");
    stored = round(both);
    wish = "retry: '1'";
    stored = round("flows: [" + A + "]");
    complete("Failed");
    stored = round("flows: [" + A + "]");
    wish = "retry: '2'";

    run(both);

    assertThat(jobs).containsKeys("f-a-try3", "f-b-try2");
    assertThat(Objects.requireNonNull(stored).state()).isEqualTo("Succeed");
  }

  @Test
  void a_loop_that_grows_again_runs_all_of_its_turns() {
    run(loop(3));
    wish = "resubmit: '1'";
    run(loop(1));
    wish = "resubmit: '2'";
    run(loop(3));

    assertThat(jobs).containsKeys("f-l-0-try3", "f-l-1-try2", "f-l-2-try2").hasSize(7);
  }

  private static String loop(int count) {
    return "flows: [{name: l, forEach: {count: " + count + "}, " + JOB + "}]";
  }

  @Test
  void a_running_step_that_may_be_tried_again_keeps_its_template() {
    for (String retry : List.of("{limit: 1, on: [Failed]}", "{on: [Lost]}")) {
      start(retry);
      template("new", 2);
      if (retry.contains("limit")) {
        complete("Failed");
        stored = round(referring(retry));
        now = now.plusSeconds(60);
      } else {
        jobs.clear();
      }

      stored = round(referring(retry));

      assertThat(jobs.values()).as(retry).extracting(RerunTest::image).containsOnly("old");
      assertThat(children.created.get(children.created.size() - 1)).isInstanceOf(Job.class);
    }
  }

  @Test
  void a_template_that_the_error_handler_needs_is_kept() {
    template("old", 1);
    String spec = "flows: [" + A + "], errorHandler: {jobTemplateRef: t}";
    stored = round(spec);
    template("new", 2);
    complete("Failed");
    stored = round(spec);

    assertThat(image(job("f-error-handler"))).isEqualTo("old");
  }

  @Test
  void a_retry_takes_a_template_of_which_there_is_no_copy_as_it_is_then() {
    String spec = referring("{on: [Failed]}");
    start("{on: [Failed]}");
    assertThat(world.copies).as("nothing more can be made from it").isEmpty();
    complete("Failed");
    stored = round(spec);
    template("new", 2);
    wish = "retry: '1'";

    stored = round(spec);

    assertThat(image(job("f-a-try2"))).isEqualTo("new");
    assertThat(Objects.requireNonNull(stored.templates()).get(0).generation()).isEqualTo(2);
  }

  private void start(String retry) {
    stored = null;
    jobs.clear();
    world.copies.clear();
    template("old", 1);
    stored = round(referring(retry));
    assertThat(steps().get(0).state()).isEqualTo("Running");
  }

  private static String referring(String retry) {
    return "flows: [{name: a, jobTemplateRef: t, retry: " + retry + "}]";
  }

  private void template(String image, long generation) {
    String yaml =
        """
        apiVersion: api.practice.com/v1alpha1
        kind: JobTemplate
        metadata: {name: t, uid: t, generation: %s}
        spec: {jobTemplate: {template: {spec: {containers: [{name: m, image: %s}]}}}}
        """;
    templates.put(
        "t", Serialization.unmarshal(yaml.formatted(generation, image), JobTemplate.class));
  }

  private static String image(Job job) {
    return job.getSpec().getTemplate().getSpec().getContainers().get(0).getImage();
  }

  @Test
  void what_a_step_put_out_while_nobody_had_stored_the_new_run_is_read() {
    String spec =
        "flows: [{name: load, "
            + JOB
            + "}, {name: use, dependencies: [load], params: [{name: N, value: "
            + "'${steps.load.outputs.n}'}], "
            + JOB
            + "}]";
    world.messages.put("f-load", "{\"n\": 1}");
    world.messages.put("f-load-try2", "{\"n\": 2}");
    run(spec);
    assertThat(steps().get(0).outputs()).containsEntry("n", "1");
    wish = "resubmit: '1'";

    round(spec);
    complete("Complete");
    stored = round(spec);

    assertThat(steps().get(0).outputs()).containsExactly(Map.entry("n", "2"));
    assertThat(jobs).as("no value is missing").containsKey("f-use-try2");
  }

  @Test
  void a_flow_that_waits_to_run_again_is_not_deleted_meanwhile() {
    String spec = "ttlSecondsAfterFinished: 600, flows: [" + A + "]";
    run(spec);
    wish = "resubmit: '1'";
    world.queued = "another one runs";
    now = now.plusSeconds(3600);

    stored = round(spec);
    assertThat(world.deleted).isFalse();

    world.queued = null;
    stored = round(spec);
    assertThat(jobs).containsKey("f-a-try2");
    assertThat(world.deleted).isFalse();
  }

  /** Rounds until nothing is left to do. */
  private void run(String spec) {
    do {
      stored = round(spec);
      complete("Complete");
    } while (stored.completionTime() == null);
  }

  private JobFlowStatus round(String spec) {
    String yaml =
        """
        apiVersion: api.practice.com/v1alpha1
        kind: JobFlow
        metadata: {name: f, namespace: team, uid: u, annotations: {api.practice.com/%s}}
        spec: {%s}
        """;
    JobFlow flow = Serialization.unmarshal(yaml.formatted(wish, spec), JobFlow.class);
    flow.setStatus(stored);
    Jobs present = new Jobs(children, List.copyOf(jobs.values()), Marks.STEP);
    FlowPlan plan = FlowPlan.of(flow.getSpec());
    JobFlowStatus status =
        new FlowRound(flow, plan, present, world, now, Hands.ONE, null)
            .report(Report.of(stored))
            .ofFlow();
    for (HasMetadata made : children.created) {
      if (made instanceof ControllerRevision copy) {
        world.copies.put(copy.getMetadata().getName(), copy);
      }
    }
    present.created().forEach(job -> jobs.put(job.getMetadata().getName(), job));
    return status;
  }

  /** Ends all Jobs that have not ended. */
  private void complete(String how) {
    jobs.replaceAll(
        (name, job) ->
            JobOutcome.of(job).phase().finished()
                ? job
                : new JobBuilder(job)
                    .withNewStatus()
                    .addNewCondition()
                    .withType(how)
                    .withStatus("True")
                    .endCondition()
                    .endStatus()
                    .build());
  }

  private Job job(String name) {
    return Objects.requireNonNull(jobs.get(name), name);
  }

  private List<StepEntry> steps() {
    return Objects.requireNonNull(Objects.requireNonNull(stored).steps());
  }
}
