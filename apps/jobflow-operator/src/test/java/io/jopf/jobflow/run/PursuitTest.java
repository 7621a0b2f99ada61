package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Start;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.run.Pursuit.Effect;
import io.jopf.jobflow.status.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PursuitTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String TEMPLATE =
      "jobTemplate: {template: {spec: {containers: [{name: m, image: x}]}}}";

  private final FakeChildren children = new FakeChildren();
  private final List<Job> owned = new ArrayList<>();
  private @Nullable JobFlowStatus stored;

  @Test
  void a_completion_makes_its_dependents_due_once_and_no_others() {
    Pursuit pursuit = follow("a", "b a", "c a", "d b c");

    assertThat(pursuit.see(complete(job("f-a")))).isEqualTo(Effect.PROGRESS);
    List<Start> starts = new ArrayList<>();
    assertThat(pursuit.decide(NOW, starts)).isEqualTo(Effect.NONE);
    assertThat(starts).containsExactly(new Start("b", 1), new Start("c", 1));

    starts.clear();
    pursuit.see(
        new JobBuilder(complete(job("f-a")))
            .editStatus()
            .withStartTime("2026-01-01T00:00:00Z")
            .endStatus()
            .build());
    pursuit.decide(NOW, starts);
    assertThat(starts).as("they are under way").isEmpty();
  }

  @Test
  void what_was_made_is_gone_on_with() {
    Pursuit pursuit = follow("a", "b a", "c b");
    makeAfter(pursuit, "f-a");

    makeAfter(pursuit, "f-b");
    assertThat(names(children.created)).containsExactly("f-a", "f-b", "f-c");
    pursuit.see(complete(job("f-c")));
    assertThat(pursuit.decide(NOW, new ArrayList<>())).as("all has ended").isEqualTo(Effect.STATE);
  }

  @Test
  void a_job_that_was_seen_just_like_that_is_no_news() {
    Pursuit pursuit = follow("a", "b a");
    Job seen = version(job("f-a"), "7");

    assertThat(pursuit.see(seen)).isEqualTo(Effect.DETAIL);
    assertThat(pursuit.see(seen)).isEqualTo(Effect.NONE);
    assertThat(pursuit.see(version(job("f-a"), "8"))).isEqualTo(Effect.DETAIL);
    assertThat(pursuit.see(version(complete(job("f-a")), "9"))).isEqualTo(Effect.PROGRESS);
  }

  private static Job version(Job job, String version) {
    return new JobBuilder(job).editMetadata().withResourceVersion(version).endMetadata().build();
  }

  @Test
  void a_failure_concerns_the_flow_itself() {
    Pursuit pursuit = follow("a", "b");

    assertThat(pursuit.see(ended(job("f-a"), "Failed"))).isEqualTo(Effect.STATE);
  }

  @Test
  void a_job_that_is_gone_or_going_is_left_to_a_round() {
    Pursuit pursuit = follow("a", "b a");

    assertThat(pursuit.see((Job) null)).isEqualTo(Effect.DOUBT);
    Job going =
        new JobBuilder(job("f-a"))
            .editMetadata()
            .withDeletionTimestamp("2026-01-01T00:00:00Z")
            .endMetadata()
            .build();
    assertThat(pursuit.see(going)).isEqualTo(Effect.DOUBT);
  }

  @Test
  void a_creation_that_fails_is_left_to_a_round() {
    Pursuit pursuit = follow("a", "b a");
    children.refusing("f-b", new KubernetesClientException("down", 503, null));
    pursuit.see(complete(job("f-a")));
    List<Start> starts = new ArrayList<>();
    pursuit.decide(NOW, starts);

    assertThat(pursuit.see(pursuit.make(starts.get(0)))).isEqualTo(Effect.DOUBT);
  }

  @Test
  void a_status_that_is_not_stored_yet_is_known_to_the_next_round() {
    Pursuit pursuit = follow("a", "b a");
    makeAfter(pursuit, "f-a");
    // somebody deletes the Job of a before its outcome is stored
    owned.clear();
    owned.add(job("f-b"));

    FlowRound round = round(pursuit.known(), "a", "b a");
    JobFlowStatus status = round.report(Report.of(stored)).ofFlow();

    assertThat(names(children.created)).as("a does not run again").containsExactly("f-a", "f-b");
    assertThat(Objects.requireNonNull(status.steps()).get(0).state()).isEqualTo("Succeeded");
  }

  @Test
  void a_flow_that_has_ended_or_reads_outputs_has_rounds_only() {
    assertThat(roundAfter("a").pursuit()).isNotNull();
    owned.add(complete(job("f-a")));
    assertThat(roundAfter("a").pursuit()).isNull();

    owned.clear();
    stored = null;
    FlowRound reads =
        new FlowRound(
            flow(
                "- {name: a, " + TEMPLATE + "}\n", "- {name: b, when: 'steps.a.outputs.x == 1'}\n"),
            FlowPlan.of(flow("- {name: b, when: 'steps.a.outputs.x == 1'}\n").getSpec()),
            new Jobs(children, owned, Marks.STEP),
            new FakeWorld(Map.of()),
            NOW,
            Hands.ONE,
            null);
    reads.report(Report.of(stored));
    assertThat(reads.pursuit()).isNull();
  }

  @Test
  void a_flow_that_shares_a_key_has_its_beginning_stored_before_it_makes_a_job() {
    JobFlow keyed =
        Serialization.unmarshal(
            Serialization.asYaml(flow(step("a")))
                .replaceFirst("(?m)^spec:", "spec:\n  concurrencyKey: k"),
            JobFlow.class);
    FlowRound first = round(keyed, null);
    stored = first.report(Report.of(stored)).ofFlow();

    assertThat(children.created).isEmpty();
    assertThat(stored.startTime()).isNotNull();
    assertThat(first.pursuit()).isNull();

    FlowRound second = round(keyed, null);
    second.report(Report.of(stored));
    assertThat(names(children.created)).containsExactly("f-a");
  }

  /** A round, and what it leaves. */
  private Pursuit follow(String... steps) {
    FlowRound round = roundAfter(steps);
    return Objects.requireNonNull(round.pursuit());
  }

  private FlowRound roundAfter(String... steps) {
    FlowRound round = round(null, steps);
    stored = round.report(Report.of(stored)).ofFlow();
    return round;
  }

  private FlowRound round(@Nullable FlowStatus known, String... steps) {
    JobFlow flow = flow(List.of(steps).stream().map(PursuitTest::step).toArray(String[]::new));
    return round(flow, known);
  }

  private FlowRound round(JobFlow flow, @Nullable FlowStatus known) {
    Jobs jobs = new Jobs(children, owned, Marks.STEP);
    return new FlowRound(
        flow, FlowPlan.of(flow.getSpec()), jobs, new FakeWorld(Map.of()), NOW, Hands.ONE, known);
  }

  private static String step(String words) {
    String[] names = words.split(" ", 2);
    String needs = names.length == 1 ? "" : names[1].replace(' ', ',');
    return "- {name: %s, dependencies: [%s], %s}\n".formatted(names[0], needs, TEMPLATE);
  }

  private static JobFlow flow(String... steps) {
    String yaml =
        """
        apiVersion: api.practice.com/v1alpha1
        kind: JobFlow
        metadata: {name: f, namespace: team, uid: u}
        spec:
          flows:
        """;
    StringBuilder all = new StringBuilder(yaml);
    for (String step : steps) {
      all.append("  ").append(step);
    }
    return Serialization.unmarshal(all.toString(), JobFlow.class);
  }

  /** A Job completes, and what it makes due is made. */
  private void makeAfter(Pursuit pursuit, String job) {
    pursuit.see(complete(job(job)));
    List<Start> starts = new ArrayList<>();
    pursuit.decide(NOW, starts);
    starts.forEach(start -> pursuit.see(pursuit.make(start)));
    pursuit.decide(NOW, new ArrayList<>());
  }

  private Job job(String name) {
    return children.created.stream()
        .filter(one -> one.getMetadata().getName().equals(name))
        .map(Job.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Job complete(Job job) {
    return ended(job, "Complete");
  }

  private static Job ended(Job job, String how) {
    return new JobBuilder(job)
        .withNewStatus()
        .addNewCondition()
        .withType(how)
        .withStatus("True")
        .endCondition()
        .endStatus()
        .build();
  }

  private static List<String> names(List<? extends HasMetadata> objects) {
    return objects.stream().map(object -> object.getMetadata().getName()).toList();
  }
}
