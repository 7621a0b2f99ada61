package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FlowPropertiesTest {

  @Provide
  Arbitrary<RandomFlow> flows() {
    return RandomFlow.any();
  }

  @Property(tries = 2000)
  void any_order_of_events_ends_as_the_definition_says(
      @ForAll("flows") RandomFlow flow, @ForAll Random random) {
    SimulatedRun run = new SimulatedRun(flow, random);

    run.toTheEnd();

    SlowModel model = new SlowModel(flow.steps());
    assertThat(run.status().state()).isEqualTo(model.end(flow.failing()));
    assertThat(run.status().completed()).isNotNull();
    if (run.status().state() == FlowState.SUCCEED) {
      assertThat(run.status().steps()).allMatch(s -> s.state() == StepState.SUCCEEDED);
    }
  }

  @Property(tries = 2000)
  void every_single_decision_agrees_with_the_slow_model(
      @ForAll("flows") RandomFlow flow, @ForAll Random random) {
    SlowModel model = new SlowModel(flow.steps());
    SimulatedRun run = new SimulatedRun(flow, random);
    run.onDecision(
        (decision, jobs) -> {
          Set<String> good = jobs.withPhase(Observed.Phase.SUCCEEDED);
          Set<String> bad = jobs.withPhase(Observed.Phase.FAILED);
          Set<String> busy = jobs.withPhase(Observed.Phase.ACTIVE);
          assertThat(new HashSet<>(decision.toStart())).isEqualTo(model.toStart(good, bad, busy));
          for (StepStatus step : decision.status().steps()) {
            assertThat(step.state()).isEqualTo(model.state(step.name(), good, bad, busy));
          }
        });

    run.toTheEnd();
  }

  @Property(tries = 2000)
  void no_step_runs_twice_or_too_early_through_crashes_and_deleted_jobs(
      @ForAll("flows") RandomFlow flow,
      @ForAll Random random,
      @ForAll @IntRange(min = 0, max = 60) int crashPercent) {
    SimulatedRun run = new SimulatedRun(flow, random).crashing(crashPercent).deletingFinishedJobs();

    run.toTheEnd();

    assertThat(run.created()).doesNotHaveDuplicates();
    assertThat(run.status().state()).isEqualTo(new SlowModel(flow.steps()).end(flow.failing()));
    for (StepStatus step : run.status().steps()) {
      assertThat(run.created().contains(step.name())).isEqualTo(step.state().finished());
    }
  }

  @Property(tries = 500)
  void a_job_lost_before_it_finished_is_made_again_and_nothing_is_lost(
      @ForAll("flows") RandomFlow flow, @ForAll Random random) {
    SimulatedRun run = new SimulatedRun(flow, random).losingUnfinishedJobs(3);

    run.toTheEnd();

    assertThat(run.status().state()).isEqualTo(new SlowModel(flow.steps()).end(flow.failing()));
  }

  @Property(tries = 500)
  void the_counts_add_up_and_the_decision_is_stable(
      @ForAll("flows") RandomFlow flow, @ForAll Random random) {
    SimulatedRun run = new SimulatedRun(flow, random);
    run.onDecision(
        (decision, jobs) -> {
          Counts c = decision.status().counts();
          assertThat(
                  List.of(
                      c.waiting(),
                      c.blocked(),
                      c.running(),
                      c.succeeded(),
                      c.failed(),
                      c.skipped()))
              .satisfies(n -> assertThat(n.stream().mapToInt(x -> x).sum()).isEqualTo(c.total()));
          assertThat(run.decide(decision.status())).isEqualTo(decision);
        });

    run.toTheEnd();
  }
}
