package io.jopf.jobflow.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.jopf.flow.Control;
import io.jopf.flow.FlowEngine;
import io.jopf.flow.FlowInput;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Observed;
import io.jopf.flow.Plan;
import io.jopf.flow.Step;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.StepEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ObjectMeta META = new ObjectMetaBuilder().withGeneration(3L).build();
  private static final Plan PLAN = Plan.of(List.of(Step.of("a"), Step.of("b", "a")));
  private static final Job JOB =
      new JobBuilder()
          .withNewMetadata()
          .withName("f-a")
          .withNamespace("team")
          .endMetadata()
          .withNewStatus()
          .withActive(1)
          .endStatus()
          .build();

  private final Report nothing = Report.of((JobFlowStatus) null);

  @Test
  void a_status_tells_state_progress_steps_and_the_jobs_under_their_old_keys() {
    JobFlowStatus status = report(nothing, Observed.active(NOW)).ofFlow();

    assertThat(status.state()).isEqualTo("Running");
    assertThat(status.progress()).isEqualTo("0/2");
    assertThat(status.startTime()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(status.observedGeneration()).isEqualTo(3);
    assertThat(status.jobStatusList()).containsOnlyKeys("f-a/team");
    assertThat(status.steps()).extracting(StepEntry::state).containsExactly("Running", "Waiting");
    assertThat(status.steps()).extracting(StepEntry::job).containsExactly("f-a", null);
  }

  @Test
  void what_is_stored_is_remembered_as_it_was() {
    Report written = report(nothing, Observed.succeeded(NOW, NOW.plusSeconds(5)));

    FlowStatus remembered = Report.of(written.ofFlow()).flow();

    assertThat(remembered.steps()).isEqualTo(written.flow().steps());
    assertThat(remembered.started()).isEqualTo(written.flow().started());
  }

  @Test
  void the_same_facts_give_the_same_status_at_any_time() {
    Report first = report(nothing, Observed.active(NOW));
    Report stored = Report.of(first.ofFlow());

    Report later = next(stored, first.flow(), Map.of("a", JOB), NOW.plusSeconds(99));

    assertThat(later.ofFlow()).isEqualTo(first.ofFlow());
  }

  @Test
  void a_step_whose_job_is_gone_keeps_its_name() {
    Report first = report(nothing, Observed.active(NOW));

    Report later = next(Report.of(first.ofFlow()), first.flow(), Map.of(), NOW);

    assertThat(later.entries()).extracting(StepEntry::job).contains("f-a");
    assertThat(later.jobs()).isEmpty();
  }

  @Test
  void failed_becomes_a_condition_when_the_last_job_has_ended() {
    Plan two = Plan.of(List.of(Step.of("a"), Step.of("b")));
    Observed bad = Observed.failed(NOW, NOW, "BackoffLimitExceeded", "bad");
    Report running = report(nothing, two, Map.of("a", bad, "b", Observed.active(NOW)));
    Report ended =
        report(running, two, Map.of("a", bad, "b", Observed.succeeded(NOW, NOW.plusSeconds(9))));

    assertThat(running.state()).isEqualTo("Failed");
    assertThat(condition(running, "Failed").getStatus()).isEqualTo("False");
    assertThat(condition(ended, "Failed").getStatus()).isEqualTo("True");
    assertThat(condition(ended, "Failed").getReason()).isEqualTo("StepFailed");
    assertThat(condition(ended, "Failed").getMessage()).isEqualTo("a failed: bad");
    assertThat(condition(ended, "Complete").getStatus()).isEqualTo("False");
  }

  @Test
  void complete_becomes_a_condition_on_success_and_keeps_its_time() {
    Plan one = Plan.of(List.of(Step.of("a")));
    Map<String, Observed> good = Map.of("a", Observed.succeeded(NOW, NOW));
    Report done = report(nothing, one, good);
    Report later = next(done, done.flow(), Map.of(), NOW.plusSeconds(60));

    assertThat(condition(done, "Complete").getStatus()).isEqualTo("True");
    assertThat(condition(later, "Complete").getLastTransitionTime()).isEqualTo(NOW.toString());
  }

  @Test
  void a_status_nobody_can_read_is_no_memory() {
    StepEntry odd =
        new StepEntry("a", "Dancing", null, null, null, null, "noon", null, null, null, null);
    JobFlowStatus status =
        new JobFlowStatus(
            "Odd",
            null,
            null,
            null,
            "noon",
            null,
            "Odd",
            "noon",
            null,
            null,
            null,
            null,
            List.of(odd),
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(Report.of(status).flow().steps()).isEmpty();
    assertThat(Report.of(status).flow().started()).isNull();
  }

  @Test
  void a_very_long_message_is_cut() {
    Observed bad = Observed.failed(NOW, NOW, "Invalid", "x".repeat(5000));

    String message = report(nothing, bad).entries().get(0).message();

    assertThat(message).hasSize(256).endsWith("…");
  }

  private static Report report(Report before, Observed a) {
    return report(before, PLAN, Map.of("a", a));
  }

  private static Report report(Report before, Plan plan, Map<String, Observed> seen) {
    FlowInput input = new FlowInput(plan, before.flow(), seen, Control.none(), NOW);
    return next(before, FlowEngine.decide(input).status(), Map.of("a", JOB), NOW);
  }

  private static Report next(Report from, FlowStatus flow, Map<String, Job> jobs, Instant now) {
    return from.next(META, flow, jobs, jobs.values(), Extras.none(), now);
  }

  private static Condition condition(Report report, String type) {
    return report.conditions().stream()
        .filter(c -> type.equals(c.getType()))
        .findFirst()
        .orElseThrow();
  }
}
