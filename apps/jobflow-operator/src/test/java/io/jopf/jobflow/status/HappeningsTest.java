package io.jopf.jobflow.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.jopf.flow.Control;
import io.jopf.flow.FlowEngine;
import io.jopf.flow.FlowInput;
import io.jopf.flow.Observed;
import io.jopf.flow.Plan;
import io.jopf.flow.Step;
import io.jopf.jobflow.api.JobFlowStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HappeningsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Plan PLAN =
      Plan.of(List.of(Step.of("a"), Step.of("b", "a"), Step.of("c", "ghost")));
  private final Report nothing = Report.of((JobFlowStatus) null);

  @Test
  void a_created_job_is_told() {
    Job job = new JobBuilder().withNewMetadata().withName("f-a").endMetadata().build();
    Report after = report(nothing, Map.of("a", Observed.active(NOW)));

    assertThat(Happenings.between(after, after, List.of(job)).all())
        .containsExactly(new Happenings.Happening(false, "Created", "created Job f-a"));
  }

  @Test
  void a_failed_step_and_the_failed_flow_are_told_once() {
    Report running = report(nothing, Map.of("a", Observed.active(NOW)));
    Report failed =
        report(running, Map.of("a", Observed.failed(NOW, NOW, "DeadlineExceeded", "too slow")));

    assertThat(Happenings.between(running, failed, List.of()).all())
        .containsExactly(
            new Happenings.Happening(true, "DeadlineExceeded", "a: too slow"),
            new Happenings.Happening(true, "Failed", "a failed: too slow"));
    assertThat(Happenings.between(Report.of(failed.ofFlow()), failed, List.of()).all()).isEmpty();
  }

  @Test
  void an_unknown_dependency_is_told_at_the_first_look() {
    Report first = report(nothing, Map.of());

    assertThat(Happenings.between(nothing, first, List.of()).all())
        .containsExactly(
            new Happenings.Happening(true, "UnknownDependency", "c: no step is named ghost"));
  }

  @Test
  void a_missing_template_is_told_and_waiting_for_a_dependency_is_not() {
    Report first = report(nothing, Map.of());
    Report held =
        report(first, Map.of("a", Observed.held("TemplateMissing", "there is no JobTemplate t")));

    assertThat(Happenings.between(first, held, List.of()).all())
        .containsExactly(
            new Happenings.Happening(true, "TemplateMissing", "a: there is no JobTemplate t"));
  }

  @Test
  void success_is_told_without_a_warning() {
    Plan one = Plan.of(List.of(Step.of("a")));
    FlowInput input =
        new FlowInput(
            one, nothing.flow(), Map.of("a", Observed.succeeded(NOW, NOW)), Control.none(), NOW);
    Report done = next(nothing, input);

    assertThat(Happenings.between(nothing, done, List.of()).all())
        .containsExactly(new Happenings.Happening(false, "Succeed", "1 of 1 succeeded"));
  }

  private static Report report(Report before, Map<String, Observed> seen) {
    FlowInput input = new FlowInput(PLAN, before.flow(), seen, Control.none(), NOW);
    return next(before, input);
  }

  private static Report next(Report before, FlowInput input) {
    return before.next(
        new ObjectMeta(),
        FlowEngine.decide(input).status(),
        Map.of(),
        List.of(),
        Extras.none(),
        NOW);
  }
}
