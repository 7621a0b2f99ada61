package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FlowPropertiesTest {
  private static final Policy CONTINUE = Policy.standard().onFailure(FailurePolicy.CONTINUE);

  @Provide
  Arbitrary<RandomFlow> flows() {
    return RandomFlow.any();
  }

  @Provide
  Arbitrary<RandomFlow> plainFlows() {
    return RandomFlow.plain();
  }

  @Property(tries = 2000)
  void any_order_of_events_ends_every_step_as_the_definition_says(
      @ForAll("flows") RandomFlow flow, @ForAll Random random) {
    SimulatedRun run = new SimulatedRun(flow, CONTINUE, random);

    run.toTheEnd();

    agreesWithTheModel(flow, run);
  }

  @Property(tries = 2000)
  void crashes_and_deleted_jobs_change_nothing_and_no_attempt_is_made_twice(
      @ForAll("flows") RandomFlow flow,
      @ForAll Random random,
      @ForAll @IntRange(min = 0, max = 60) int crashPercent) {
    SimulatedRun run =
        new SimulatedRun(flow, CONTINUE, random).crashing(crashPercent).deletingFinishedJobs();

    run.toTheEnd();

    assertThat(run.created()).doesNotHaveDuplicates();
    agreesWithTheModel(flow, run);
  }

  @Property(tries = 1000)
  void a_job_lost_before_it_finished_is_made_again_and_nothing_is_lost(
      @ForAll("flows") RandomFlow flow, @ForAll Random random) {
    SimulatedRun run =
        new SimulatedRun(flow, CONTINUE, random).losingUnfinishedJobs(3).crashing(20);

    run.toTheEnd();

    assertThat(run.created()).doesNotHaveDuplicates();
    agreesWithTheModel(flow, run);
  }

  private static void agreesWithTheModel(RandomFlow flow, SimulatedRun run) {
    SlowModel model = new SlowModel(flow);
    assertThat(run.status().state()).isEqualTo(model.end());
    for (StepStatus step : run.status().steps()) {
      assertThat(is(step)).as(step.name()).isEqualTo(model.end(step.name()));
    }
  }

  private static SlowModel.Is is(StepStatus step) {
    return switch (step.state()) {
      case WAITING ->
          Reasons.READY.equals(step.reason()) ? SlowModel.Is.READY : SlowModel.Is.WAITING;
      case BLOCKED -> SlowModel.Is.BLOCKED;
      case RUNNING, RETRY_WAIT, CANCELLED -> SlowModel.Is.RUNNING;
      case SUCCEEDED -> SlowModel.Is.SUCCEEDED;
      case FAILED -> SlowModel.Is.FAILED;
      case SKIPPED ->
          Reasons.CONDITION_FALSE.equals(step.reason())
              ? SlowModel.Is.LEFT_OUT
              : SlowModel.Is.SKIPPED;
    };
  }

  @Property(tries = 2000)
  void every_single_decision_agrees_with_the_slow_model(
      @ForAll("flows") RandomFlow flow, @ForAll Random random) {
    SlowModel model = new SlowModel(flow);
    SimulatedRun run = new SimulatedRun(flow, CONTINUE, random);
    run.onDecision(
        (decision, jobs) -> {
          for (StepStatus step : decision.status().steps()) {
            assertThat(is(step)).isEqualTo(model.state(step.name(), jobs::truth));
          }
          Set<String> first =
              decision.toStart().stream()
                  .filter(start -> start.attempt() == 1)
                  .map(Start::step)
                  .collect(Collectors.toSet());
          assertThat(first)
              .isEqualTo(
                  flow.steps().stream()
                      .map(Step::name)
                      .filter(n -> model.state(n, jobs::truth) == SlowModel.Is.READY)
                      .collect(Collectors.toSet()));
        });

    run.toTheEnd();
  }

  @Property(tries = 1000)
  void with_fail_fast_the_flow_ends_the_same_in_any_order(
      @ForAll("flows") RandomFlow flow, @ForAll Random random) {
    SimulatedRun run =
        new SimulatedRun(flow, Policy.standard(), random).crashing(20).deletingFinishedJobs();

    run.toTheEnd();

    SlowModel model = new SlowModel(flow);
    assertThat(run.created()).doesNotHaveDuplicates();
    assertThat(run.status().state()).isEqualTo(model.end());
    if (model.end() == FlowState.SUCCEED) {
      agreesWithTheModel(flow, run);
    }
  }

  @Property(tries = 1000)
  void with_fail_fast_nothing_starts_after_a_failure_in_a_flow_of_plain_steps(
      @ForAll("plainFlows") RandomFlow flow, @ForAll Random random) {
    SimulatedRun run = new SimulatedRun(flow, Policy.standard(), random);
    run.onDecision(
        (decision, jobs) -> {
          if (flow.steps().stream().anyMatch(s -> jobs.truth(s.name()) == SlowModel.Is.FAILED)) {
            assertThat(decision.toStart()).isEmpty();
            assertThat(decision.status().state()).isEqualTo(FlowState.FAILED);
          }
        });

    run.toTheEnd();

    assertThat(run.status().state()).isEqualTo(new SlowModel(flow).end());
  }

  @Property(tries = 1000)
  void a_run_that_is_followed_says_the_same_as_one_begun_anew(
      @ForAll("flows") RandomFlow plain,
      @ForAll Random random,
      @ForAll FailurePolicy policy,
      @ForAll @IntRange(min = 0, max = 3) int parallelism) {
    RandomFlow flow = plain.withLaterStages();
    Policy all = Policy.standard().onFailure(policy).parallelism(parallelism);
    SimulatedRun world = new SimulatedRun(flow, all, random).losingUnfinishedJobs(2);
    FlowRun followed = new FlowRun(world.plan(), FlowStatus.none());
    FlowStatus last = FlowStatus.none();
    for (int i = 0; i < 40; i++) {
      world.oneEvent();
      for (Step step : flow.steps()) {
        followed.observe(step.name(), world.jobs().getOrDefault(step.name(), Observed.none()));
      }
      FlowRun.Moves moves = followed.advance(world.control(), world.now());
      Decision anew = world.decide(last);
      assertThat(moves.toStart()).isEqualTo(anew.toStart());
      assertThat(moves.toStop()).isEqualTo(anew.toStop());
      assertThat(moves.again()).isEqualTo(anew.again());
      assertThat(followed.status()).isEqualTo(anew.status());
      last = anew.status();
    }
  }

  @Property(tries = 1000)
  void no_more_jobs_run_than_may_and_none_is_held_back_without_need(
      @ForAll("flows") RandomFlow flow,
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 3) int limit) {
    SimulatedRun run =
        new SimulatedRun(flow, CONTINUE.parallelism(limit), random)
            .crashing(20)
            .losingUnfinishedJobs(2);
    run.onDecision(
        (decision, world) -> {
          long starting = decision.toStart().size();
          assertThat(world.active() + starting).isLessThanOrEqualTo(limit);
          boolean waits =
              decision.status().steps().stream()
                  .anyMatch(s -> Reasons.WAITING_FOR_SLOT.equals(s.reason()));
          if (waits) {
            assertThat(world.active() + starting).isEqualTo(limit);
          }
        });

    run.toTheEnd();

    agreesWithTheModel(flow, run);
  }

  @Property(tries = 1000)
  void the_later_stages_run_once_when_they_should_however_the_flow_ends(
      @ForAll("flows") RandomFlow plain,
      @ForAll Random random,
      @ForAll Ending ending,
      @ForAll @IntRange(min = 0, max = 25) int after) {
    RandomFlow flow = plain.withLaterStages();
    SimulatedRun run =
        new SimulatedRun(flow, Policy.standard(), random).crashing(10).deletingFinishedJobs();
    for (int i = 0; i < after; i++) {
      run.oneEvent();
    }
    boolean early = run.status().completed() == null;
    run.say(run.control().ending(ending));

    run.toTheEnd();

    assertThat(run.created()).doesNotHaveDuplicates();
    Set<String> made = new HashSet<>(run.created());
    if (run.status().ending() == Ending.NONE) {
      assertThat(made.contains("error#1"))
          .isEqualTo(new SlowModel(plain).end() != FlowState.SUCCEED);
      assertThat(made).contains("z0#1", "z1#1");
    } else {
      assertThat(early).isTrue();
      assertThat(run.status().ending()).isEqualTo(ending);
      assertThat(run.active()).isZero();
      if (ending != Ending.CANCEL) {
        assertThat(made).contains("z0#1", "z1#1");
      }
    }
  }

  @Property(tries = 500)
  void the_counts_add_up_and_the_decision_is_stable(
      @ForAll("flows") RandomFlow flow, @ForAll Random random) {
    SimulatedRun run = new SimulatedRun(flow, Policy.standard(), random);
    run.onDecision(
        (decision, world) -> {
          Counts c = decision.status().counts();
          int sum = c.waiting() + c.blocked() + c.running() + c.succeeded() + c.failed();
          assertThat(sum + c.skipped() + c.cancelled()).isEqualTo(c.total());
          assertThat(world.decide(decision.status())).isEqualTo(decision);
        });

    run.toTheEnd();
  }
}
