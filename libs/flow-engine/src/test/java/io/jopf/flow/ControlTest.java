package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlTest {

  @Test
  void a_suspended_flow_starts_nothing_and_its_deadline_stands_still() {
    FlowBench flow = new FlowBench(deadline(60), Step.of("a"), Step.of("b", "a"));
    flow.run();
    flow.pass(20).say(c -> c.suspended(true)).run();

    assertThat(flow.succeed("a").run()).isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.SUSPENDED);
    assertThat(flow.step("b").reason()).isEqualTo(Reasons.SUSPENDED);
    assertThat(flow.decide().again()).isNull();
    flow.pass(1000).run();
    assertThat(flow.say(c -> c.suspended(false)).run()).containsExactly("b");
    assertThat(flow.decide().again()).isEqualTo(flow.now().plusSeconds(40));
  }

  private static Policy deadline(long seconds) {
    return Policy.standard().deadline(Duration.ofSeconds(seconds));
  }

  @Test
  void a_flow_whose_time_is_up_stops_what_runs_and_runs_its_final_steps() {
    FlowBench flow =
        new FlowBench(deadline(60), Step.of("a"), Step.of("b", "a"), last("z"), onError("e"));
    flow.run();

    assertThat(flow.pass(60).run()).isEmpty();
    assertThat(flow.stopped()).containsExactly("a");
    assertThat(flow.state("a")).isEqualTo(StepState.CANCELLED);
    assertThat(flow.step("b").reason()).isEqualTo(Reasons.DEPENDENCY_FAILED);
    assertThat(flow.run()).containsExactly("e");
    assertThat(flow.succeed("e").run()).containsExactly("z");
    flow.succeed("z").run();
    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);
    assertThat(flow.status().reason()).isEqualTo(Reasons.DEADLINE_EXCEEDED);
    assertThat(flow.status().finallyDone()).isTrue();
  }

  private static Step last(String name) {
    return Step.named(name).stage(Stage.FINALLY).build();
  }

  private static Step onError(String name) {
    return Step.named(name).stage(Stage.ERROR).build();
  }

  @Test
  void the_deadline_concerns_the_flow_itself_and_not_its_final_steps() {
    FlowBench flow = new FlowBench(deadline(60), Step.of("a"), last("z"));
    flow.run();
    flow.succeed("a").run();

    flow.pass(1000).run();

    assertThat(flow.stopped()).isEmpty();
    flow.succeed("z").run();
    assertThat(flow.status().state()).isEqualTo(FlowState.SUCCEED);
  }

  @Test
  void a_stopped_flow_lets_jobs_end_runs_its_final_steps_and_is_cancelled() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b", "a"), last("z"), onError("e"));
    flow.run();
    flow.say(c -> c.ending(Ending.STOP)).run();

    assertThat(flow.stopped()).isEmpty();
    assertThat(flow.step("b").reason()).isEqualTo(Reasons.STOPPED);
    assertThat(flow.succeed("a").run()).containsExactly("z");
    flow.succeed("z").run();
    assertThat(flow.status().state()).isEqualTo(FlowState.CANCELLED);
    assertThat(flow.status().reason()).isEqualTo(Reasons.STOPPED);
  }

  @Test
  void a_cancelled_flow_stops_its_jobs_and_runs_nothing_more() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b", "a"), last("z"));
    flow.run();
    flow.say(c -> c.ending(Ending.CANCEL)).run();
    flow.run();

    assertThat(flow.state("a")).isEqualTo(StepState.CANCELLED);
    assertThat(flow.state("z")).isEqualTo(StepState.SKIPPED);
    assertThat(flow.status().state()).isEqualTo(FlowState.CANCELLED);
    assertThat(flow.status().reason()).isEqualTo(Reasons.CANCELLED);
    assertThat(flow.status().completed()).isEqualTo(flow.now());
  }

  @Test
  void an_ending_once_taken_up_stays_though_the_wish_is_taken_back() {
    FlowBench flow = new FlowBench(Step.of("a"), Step.of("b", "a"));
    flow.run();
    flow.say(c -> c.ending(Ending.STOP)).run();

    assertThat(flow.say(c -> c.ending(Ending.NONE)).succeed("a").run()).isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.CANCELLED);
  }

  @Test
  void an_ended_flow_cannot_be_cancelled_any_more() {
    FlowBench flow = new FlowBench(Step.of("a"));
    flow.run();
    flow.succeed("a").run();
    flow.say(c -> c.ending(Ending.CANCEL)).run();

    assertThat(flow.status().state()).isEqualTo(FlowState.SUCCEED);
  }

  @Test
  void the_cancel_policy_stops_what_runs_when_a_step_fails() {
    FlowBench flow =
        new FlowBench(
            Policy.standard().onFailure(FailurePolicy.CANCEL), Step.of("a"), Step.of("b"));
    flow.run();
    flow.fail("a").run();

    assertThat(flow.stopped()).containsExactly("b");
    assertThat(flow.state("b")).isEqualTo(StepState.CANCELLED);
    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);
  }

  @Test
  void final_steps_run_in_their_order_and_their_failure_hides_no_other() {
    FlowBench flow =
        new FlowBench(
            Step.of("a"),
            Step.named("z2").stage(Stage.FINALLY).needs("z1", Need.FINISHED).build(),
            last("z1"));
    flow.run();
    assertThat(flow.fail("a").run()).containsExactly("z1");
    assertThat(flow.fail("z1").run()).containsExactly("z2");
    flow.succeed("z2").run();

    assertThat(flow.status().message()).isEqualTo("a failed: its pod failed");
    assertThat(flow.status().finallyDone()).isFalse();
  }

  @Test
  void a_flow_whose_final_step_alone_failed_has_failed() {
    FlowBench flow = new FlowBench(Step.of("a"), last("z"));
    flow.run();
    flow.succeed("a").run();
    flow.fail("z").run();

    assertThat(flow.status().state()).isEqualTo(FlowState.FAILED);
    assertThat(flow.status().reason()).isEqualTo(Reasons.FINALLY_FAILED);
  }

  @Test
  void the_error_step_is_not_even_shown_when_all_goes_well() {
    FlowBench flow = new FlowBench(Step.of("a"), onError("e"));
    flow.run();
    flow.succeed("a").run();

    assertThat(flow.status().steps()).extracting(StepStatus::name).containsExactly("a");
    assertThat(flow.status().counts().progress()).isEqualTo("1/1");
  }

  @Test
  void a_step_waits_for_approval_and_fails_when_it_is_refused() {
    FlowBench flow = new FlowBench(gate("yes"), gate("no"), Step.of("b", "yes"));

    assertThat(flow.run()).isEmpty();
    assertThat(flow.step("yes").reason()).isEqualTo(Reasons.WAITING_FOR_APPROVAL);
    assertThat(flow.status().message()).isEqualTo("yes waits: somebody has to approve it");
    assertThat(flow.say(c -> c.approvals(Map.of("yes", true))).run()).containsExactly("b");
    flow.say(c -> c.approvals(Map.of("yes", true, "no", false))).run();
    assertThat(flow.step("no").reason()).isEqualTo(Reasons.REFUSED);
  }

  private static Step gate(String name) {
    return Step.named(name).approval(true).work(Work.NOTHING).build();
  }

  @Test
  void a_flow_that_waits_for_its_turn_starts_nothing_and_no_clock_runs() {
    FlowBench flow = new FlowBench(deadline(60), Step.of("a"));
    flow.say(c -> c.queued("flow x runs first"));

    assertThat(flow.run()).isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.PENDING);
    assertThat(flow.status().reason()).isEqualTo(Reasons.QUEUED);
    assertThat(flow.status().started()).isNull();
    assertThat(flow.pass(100).say(c -> c.queued(null)).run()).containsExactly("a");
    assertThat(flow.status().started()).isEqualTo(flow.now());
  }

  @Test
  void a_step_that_is_due_too_long_without_running_fails() {
    Step a = Step.named("a").pendingTimeout(Duration.ofSeconds(30)).build();
    FlowBench flow = new FlowBench(a).see("a", Observed.held("TemplateMissing", "no template"));
    flow.run();
    assertThat(flow.decide().again()).isEqualTo(flow.now().plusSeconds(30));
    flow.pass(30).run();

    assertThat(flow.step("a").reason()).isEqualTo(Reasons.PENDING_TIMEOUT);
    assertThat(flow.step("a").message()).isEqualTo("not running after 30 s");
  }

  @Test
  void a_job_that_does_not_get_to_run_is_deleted_and_tried_again() {
    Step a = Step.named("a").pendingTimeout(Duration.ofSeconds(30)).retry(Retry.times(1)).build();
    FlowBench flow = new FlowBench(a);
    flow.run();
    flow.see("a", Observed.active(null).phase(Observed.Phase.PENDING)).run();
    flow.pass(30).run();

    assertThat(flow.stopped()).containsExactly("a");
    assertThat(flow.state("a")).isEqualTo(StepState.RETRY_WAIT);
    assertThat(flow.pass(10).run()).containsExactly("a#2");
  }

  @Test
  void steps_beyond_the_limit_wait_in_the_order_of_the_plan() {
    FlowBench flow =
        new FlowBench(
            Policy.standard().parallelism(2),
            Step.of("a"),
            Step.of("b"),
            Step.of("c"),
            Step.of("d"));

    assertThat(flow.run()).containsExactly("a", "b");
    assertThat(flow.step("c").reason()).isEqualTo(Reasons.WAITING_FOR_SLOT);
    assertThat(flow.succeed("b").run()).containsExactly("c");
  }
}
