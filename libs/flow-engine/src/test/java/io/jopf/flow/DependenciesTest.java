package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependenciesTest {
  private static final Policy CONTINUE = Policy.standard().onFailure(FailurePolicy.CONTINUE);

  @Test
  void each_need_is_met_by_exactly_what_it_says() {
    assertThat(met("succeeds")).isEqualTo(all(Need.FAILED));
    assertThat(met("fails")).isEqualTo(Set.of(Need.FAILED, Need.FINISHED, Need.RUNNING));
    assertThat(met("fails, ignored")).isEqualTo(all(Need.SUCCEEDED));
    assertThat(met("is left out")).isEqualTo(Set.of(Need.PASSED, Need.FINISHED));
    assertThat(met("is skipped")).isEqualTo(Set.of(Need.FINISHED));
    assertThat(met("is blocked")).isEmpty();
    assertThat(met("runs")).isEqualTo(Set.of(Need.RUNNING));
    assertThat(met("waits")).isEmpty();
  }

  private static Set<Need> all(Need but) {
    return EnumSet.complementOf(EnumSet.of(but));
  }

  private static Set<Need> met(String what) {
    Set<Need> met = EnumSet.noneOf(Need.class);
    for (Need need : Need.values()) {
      StepBuilder a = Step.named("a").ignoreFailure(what.contains("ignored"));
      switch (what) {
        case "is skipped" -> a.needs("other", Need.FAILED);
        case "waits" -> a.needs("slow", Need.PASSED);
        case "is blocked" -> a.needs("ghost", Need.PASSED);
        default -> a.approval(false);
      }
      FlowBench flow =
          new FlowBench(
              CONTINUE,
              a.build(),
              Step.of("other"),
              Step.of("slow"),
              Step.named("b").needs("a", need).build());
      if (what.equals("is left out")) {
        flow.say(c -> c.when(s -> s.equals("a") ? When.skip("not wanted") : When.run()));
      }
      flow.run();
      flow.succeed("other").run();
      if (what.equals("succeeds")) {
        flow.succeed("a").run();
      } else if (what.startsWith("fails")) {
        flow.fail("a").run();
      }
      flow.run();
      if (flow.state("b") == StepState.RUNNING) {
        met.add(need);
      }
    }
    return met;
  }

  @Test
  void any_of_several_dependencies_is_enough_and_none_left_skips() {
    FlowBench flow =
        new FlowBench(
            CONTINUE,
            Step.of("a"),
            Step.of("b"),
            Step.of("c"),
            any("ab", "a", "b"),
            any("ca", "c"));
    flow.run();
    flow.fail("a").run();

    assertThat(flow.state("ab")).isEqualTo(StepState.WAITING);
    assertThat(flow.fail("c").succeed("b").run()).containsExactly("ab");
    assertThat(flow.state("ca")).isEqualTo(StepState.SKIPPED);
    assertThat(flow.step("ca").message()).isEqualTo("needs c");
  }

  private static Step any(String name, String... of) {
    StepBuilder step = Step.named(name).trigger(Trigger.ANY);
    for (String one : of) {
      step.needs(one, Need.PASSED);
    }
    return step.build();
  }

  @Test
  void with_any_an_unknown_dependency_still_blocks_the_step() {
    FlowBench flow = new FlowBench(CONTINUE, Step.of("a"), any("b", "a", "ghost"));
    flow.run();

    assertThat(flow.succeed("a").run()).isEmpty();
    assertThat(flow.state("b")).isEqualTo(StepState.BLOCKED);
    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);
  }

  @Test
  void with_fail_fast_what_reacts_to_a_failure_still_runs_with_what_follows_it() {
    FlowBench flow =
        new FlowBench(
            Step.of("a"),
            Step.of("x"),
            Step.of("y", "x"),
            Step.named("mend").needs("a", Need.FAILED).build(),
            Step.of("tell", "mend"));
    flow.run();

    assertThat(flow.fail("a").run()).containsExactly("mend");
    assertThat(flow.state("y")).isEqualTo(StepState.SKIPPED);
    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);
    assertThat(flow.succeed("mend").succeed("x").run()).containsExactly("tell");
    flow.succeed("tell").run();
    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);
    assertThat(flow.status().completed()).isEqualTo(flow.now());
  }

  @Test
  void a_step_with_nothing_to_do_joins_branches_without_a_job() {
    FlowBench flow =
        new FlowBench(
            Step.of("a"),
            Step.of("b"),
            Step.named("join").after(Set.of("a", "b")).work(Work.NOTHING).build(),
            Step.of("c", "join"));
    flow.run();
    flow.succeed("a").run();

    assertThat(flow.succeed("b").run()).containsExactly("c");
    assertThat(flow.state("join")).isEqualTo(StepState.SUCCEEDED);
    assertThat(flow.step("join").attempts()).isZero();
  }

  @Test
  void a_condition_that_cannot_be_told_fails_the_step() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b", "a"));
    flow.say(c -> c.when(step -> When.fail("BadCondition", "no output rows")));

    assertThat(flow.run()).isEmpty();
    assertThat(flow.step("a").reason()).isEqualTo("BadCondition");
    assertThat(flow.status().message()).isEqualTo("a failed: no output rows");
  }

  @Test
  void a_step_left_out_stays_left_out_whatever_is_said_later() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b", "a"));
    flow.say(c -> c.when(s -> s.equals("a") ? When.skip("DAY is not 1") : When.run()));
    assertThat(flow.run()).containsExactly("b");

    flow.say(c -> c.when(s -> When.run()));

    assertThat(flow.run()).isEmpty();
    assertThat(flow.step("a").message()).isEqualTo("DAY is not 1");
    assertThat(flow.succeed("b").run()).isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.SUCCEED);
  }
}
