package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowEngineTest {

  @Test
  void the_five_job_example_runs_in_order_to_succeed() {
    FlowBench flow =
        new FlowBench(
            Step.of("job1"),
            Step.of("job2", "job1"),
            Step.of("job3", "job1", "job2"),
            Step.of("job4"),
            Step.of("job5", "job4", "job2"));

    assertThat(flow.run()).containsExactly("job1", "job4");
    assertThat(flow.succeed("job4").run()).isEmpty();
    assertThat(flow.succeed("job1").run()).containsExactly("job2");
    assertThat(flow.status().state()).isEqualTo(FlowState.RUNNING);
    assertThat(flow.status().message()).isEqualTo("2 of 5 succeeded, running: job2");
    assertThat(flow.succeed("job2").run()).containsExactly("job3", "job5");
    assertThat(flow.succeed("job3").succeed("job5").run()).isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.SUCCEED);
    assertThat(flow.status().counts().progress()).isEqualTo("5/5");
    assertThat(flow.status().started()).isEqualTo(FlowBench.START);
    assertThat(flow.status().completed()).isEqualTo(flow.now());
  }

  @Test
  void the_error_example_ends_failed_with_exactly_three_jobs() {
    FlowBench flow =
        new FlowBench(
            Step.of("job1"),
            Step.of("job2-error-container", "job1"),
            Step.of("job3", "job1", "job2"),
            Step.of("job4"));

    assertThat(flow.run()).containsExactly("job1", "job4");
    assertThat(flow.succeed("job1").run()).containsExactly("job2-error-container");
    assertThat(flow.fail("job2-error-container").run()).isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);
    assertThat(flow.status().completed()).as("job4 still runs").isNull();
    assertThat(flow.succeed("job4").run()).isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);
    assertThat(flow.status().completed()).isEqualTo(flow.now());
    assertThat(flow.status().message()).isEqualTo("job2-error-container failed: its pod failed");
    assertThat(flow.step("job3").state()).isEqualTo(StepState.BLOCKED);
    assertThat(flow.step("job3").message()).isEqualTo("no step is named job2");
    assertThat(flow.step("job4").state()).isEqualTo(StepState.SUCCEEDED);
  }

  @Test
  void after_a_failure_nothing_new_starts_not_even_in_an_independent_branch() {
    FlowBench flow =
        new FlowBench(Step.of("a"), Step.of("b", "a"), Step.of("x"), Step.of("y", "x"));
    flow.run();

    assertThat(flow.fail("a").run()).isEmpty();
    assertThat(flow.succeed("x").run()).isEmpty();
    assertThat(flow.step("b").reason()).isEqualTo(Reasons.DEPENDENCY_FAILED);
    assertThat(flow.step("y").state()).isEqualTo(StepState.SKIPPED);
    assertThat(flow.step("y").reason()).isEqualTo(Reasons.FLOW_FAILED);
  }

  @Test
  void an_unknown_dependency_blocks_what_needs_it_and_fails_the_flow_at_the_end() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b", "ghost"), Step.of("c", "b", "a"));

    assertThat(flow.run()).containsExactly("a");
    assertThat(flow.status().state()).isEqualTo(FlowState.RUNNING);
    flow.succeed("a").run();
    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);
    assertThat(flow.status().message()).isEqualTo("b can never start: no step is named ghost");
    assertThat(flow.step("c").reason()).isEqualTo(Reasons.DEPENDENCY_BLOCKED);
  }

  @Test
  void a_finished_step_whose_job_vanished_never_runs_again() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b", "a"));
    flow.run();
    flow.succeed("a").run();

    assertThat(flow.vanish("a").run()).isEmpty();
    flow.succeed("b").run();
    assertThat(flow.vanish("b").run()).isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.SUCCEED);
  }

  @Test
  void an_unfinished_job_that_vanished_is_started_again() {
    FlowBench flow = new FlowBench(Step.of("a"));
    flow.run();

    assertThat(flow.vanish("a").run()).containsExactly("a");
    assertThat(flow.step("a").state()).isEqualTo(StepState.RUNNING);
  }

  @Test
  void a_held_step_waits_with_its_reason_while_others_go_on_and_starts_once_released() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b"), Step.of("c", "a"));
    flow.see("a", Observed.held("TemplateMissing", "there is no template t"));

    assertThat(flow.run()).containsExactly("b");
    flow.succeed("b").run();
    assertThat(flow.status().state()).isEqualTo(FlowState.RUNNING);
    assertThat(flow.status().reason()).isEqualTo(Reasons.HELD);
    assertThat(flow.status().message()).isEqualTo("a waits: there is no template t");
    assertThat(flow.step("a").reason()).isEqualTo("TemplateMissing");
    assertThat(flow.vanish("a").run()).containsExactly("a");
  }

  @Test
  void a_faulty_plan_fails_at_once_and_starts_nothing() {
    FlowBench flow = new FlowBench(Step.of("a", "b"), Step.of("b", "a"), Step.of("c"));

    assertThat(flow.run()).isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);
    assertThat(flow.status().reason()).isEqualTo(Reasons.INVALID_PLAN);
    assertThat(flow.status().message()).contains("a -> b -> a");
    assertThat(flow.status().completed()).isEqualTo(flow.now());
    assertThat(flow.status().counts().skipped()).isEqualTo(3);
  }

  @Test
  void a_flow_being_deleted_starts_nothing_and_shows_terminating() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b", "a"));
    flow.run();

    assertThat(flow.delete().succeed("a").run()).isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.TERMINATING);
  }

  @Test
  void the_message_names_the_failure_that_came_first() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b"));
    flow.run();
    flow.fail("b").fail("a").run();

    assertThat(flow.status().message()).startsWith("b failed");
  }

  @Test
  void a_failure_without_a_time_of_its_own_is_dated_once() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b"));
    flow.see("a", Observed.refused("NameConflict", "the name is taken")).run();

    assertThat(flow.step("a").finished()).isEqualTo(FlowBench.START);
    flow.succeed("b").run();
    assertThat(flow.step("a").finished()).isEqualTo(FlowBench.START);
  }
}
