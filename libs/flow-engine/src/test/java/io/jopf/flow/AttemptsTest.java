package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Retry TWICE = Retry.times(2);

  @Test
  void a_failed_step_is_tried_again_after_pauses_that_double() {
    FlowBench flow = new FlowBench(Step.named("a").retry(TWICE).build(), Step.of("b", "a"));
    flow.run();

    assertThat(flow.fail("a").run()).isEmpty();
    assertThat(flow.state("a")).isEqualTo(StepState.RETRY_WAIT);
    assertThat(flow.status().state()).isEqualTo(FlowState.RUNNING);
    assertThat(flow.decide().again()).isEqualTo(flow.now().plusSeconds(10));
    assertThat(flow.pass(9).run()).isEmpty();
    assertThat(flow.pass(1).run()).containsExactly("a#2");
    flow.fail("a").run();
    assertThat(flow.decide().again()).isEqualTo(flow.now().plusSeconds(20));
    assertThat(flow.pass(20).run()).containsExactly("a#3");
    assertThat(flow.succeed("a").run()).containsExactly("b");
    assertThat(flow.step("a").attempts()).isEqualTo(3);
  }

  @Test
  void after_the_last_attempt_the_step_has_failed() {
    FlowBench flow = new FlowBench(Step.named("a").retry(Retry.times(1)).build());
    flow.run();
    flow.fail("a").run();
    flow.pass(10).run();
    flow.fail("a").run();

    assertThat(flow.state("a")).isEqualTo(StepState.FAILED);
    assertThat(flow.step("a").attempts()).isEqualTo(2);
    assertThat(flow.pass(1000).run()).isEmpty();
  }

  @Test
  void pauses_grow_up_to_the_longest() {
    Retry retry =
        new Retry(
            9, Duration.ofSeconds(10), 3, Duration.ofSeconds(60), Set.of(Retry.Trouble.FAILED));

    assertThat(retry.pause(1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(retry.pause(2)).isEqualTo(Duration.ofSeconds(30));
    assertThat(retry.pause(3)).isEqualTo(Duration.ofSeconds(60));
    assertThat(retry.pause(9000)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void the_pause_is_kept_though_the_failed_job_is_deleted() {
    FlowBench flow = new FlowBench(Step.named("a").retry(TWICE).build());
    flow.run();
    flow.fail("a").run();

    assertThat(flow.vanish("a").pass(5).run()).isEmpty();
    assertThat(flow.pass(5).run()).containsExactly("a#2");
  }

  @Test
  void with_fail_fast_a_step_between_attempts_gives_up_when_another_one_fails() {
    FlowBench flow = new FlowBench(Step.named("a").retry(TWICE).build(), Step.of("b"));
    flow.run();
    flow.fail("a").run();
    flow.fail("b").run();

    assertThat(flow.state("a")).isEqualTo(StepState.FAILED);
    assertThat(flow.step("a").reason()).isEqualTo("BackoffLimitExceeded");
    assertThat(flow.pass(100).run()).isEmpty();
    assertThat(flow.status().completed()).isNotNull();
  }

  @Test
  void what_can_never_be_made_is_not_tried_again() {
    FlowBench flow = new FlowBench(Step.named("a").retry(TWICE).build());
    flow.see("a", Observed.refused("Invalid", "no image")).run();

    assertThat(flow.state("a")).isEqualTo(StepState.FAILED);
  }

  @Test
  void a_lost_job_is_made_again_as_the_same_attempt() {
    FlowBench flow = new FlowBench(Step.named("a").retry(TWICE).build());
    flow.run();
    flow.fail("a").run();
    flow.pass(10).run();

    assertThat(flow.vanish("a").run()).containsExactly("a#2");
  }

  @Test
  void a_lost_job_is_a_failure_where_that_is_said() {
    Retry never = new Retry(0, Duration.ZERO, 1, Duration.ZERO, Set.of(Retry.Trouble.FAILED));
    FlowBench flow = new FlowBench(Step.named("a").retry(never).build());
    flow.run();

    assertThat(flow.vanish("a").run()).isEmpty();
    assertThat(flow.step("a").reason()).isEqualTo(Reasons.LOST);
  }

  @Test
  void a_flow_is_taken_up_again_where_it_failed() {
    FlowBench flow =
        new FlowBench(
            Step.of("a"),
            Step.of("b", "a"),
            Step.of("c", "b"),
            Step.named("z").stage(Stage.FINALLY).build());
    flow.run();
    flow.succeed("a").run();
    assertThat(flow.fail("b").run()).containsExactly("z");
    flow.succeed("z").run();
    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);

    assertThat(flow.restart().run()).containsExactly("b#2");
    assertThat(flow.status().state()).isEqualTo(FlowState.RUNNING);
    assertThat(flow.succeed("b").run()).containsExactly("c");
    assertThat(flow.succeed("c").run()).containsExactly("z#2");
    flow.succeed("z").run();
    assertThat(flow.status().state()).isEqualTo(FlowState.SUCCEED);
    assertThat(flow.step("a").attempts()).isEqualTo(1);
  }

  @Test
  void named_steps_run_again_though_they_succeeded_and_retries_count_anew() {
    FlowBench flow =
        new FlowBench(
            Step.of("a"), Step.named("b").after(Set.of("a")).retry(Retry.times(1)).build());
    flow.run();
    flow.succeed("a").run();
    flow.fail("b").pass(10).run();
    flow.fail("b").run();
    assertThat(flow.step("b").attempts()).isEqualTo(2);

    assertThat(flow.restart("a").run()).containsExactly("a#2");
    assertThat(flow.succeed("a").run()).containsExactly("b#3");
    flow.fail("b").run();
    assertThat(flow.state("b")).isEqualTo(StepState.RETRY_WAIT);
    assertThat(flow.pass(10).run()).containsExactly("b#4");
  }
}
