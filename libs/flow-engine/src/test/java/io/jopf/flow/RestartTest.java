package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_error_handler_runs_after_each_run_that_failed(boolean all) {
    FlowBench flow = new FlowBench(Step.of("a"), Step.named("e").stage(Stage.ERROR).build());
    flow.run();
    assertThat(flow.fail("a").run()).containsExactly("e");
    flow.succeed("e").run();

    assertThat(again(flow, all).run()).containsExactly("a#2");
    assertThat(flow.step("e").reason()).isEqualTo(Reasons.WAITING_FOR_STAGE);
    assertThat(flow.fail("a").run()).containsExactly("e#2");
    flow.succeed("e").run();

    assertThat(again(flow, all).run()).containsExactly("a#3");
    assertThat(flow.succeed("a").run()).as("no failure to handle").isEmpty();
    assertThat(flow.status().state()).isEqualTo(FlowState.SUCCEED);
    again(flow, all).run();
    assertThat(flow.step("e").attempts()).as("still known").isEqualTo(2);
  }

  private static FlowBench again(FlowBench flow, boolean all) {
    return all ? flow.resubmit() : flow.restart();
  }

  @Test
  void what_a_step_did_before_the_last_run_counts_no_longer() {
    Plan plan = Plan.of(List.of(Step.of("a"), Step.of("b")), Policy.standard());
    FlowBench last = new FlowBench(Step.of("a"));
    last.run();
    last.succeed("a").run();

    FlowStatus again =
        Restart.after(Map.of("a", 7, "b", 2), Restart.all(last.status(), last.now()));

    Decision decision =
        FlowEngine.decide(
            new FlowInput(
                plan,
                again,
                Map.of("b", Observed.succeeded(null, null).attempt(2)),
                Control.none(),
                last.now()));
    assertThat(decision.toStart()).containsExactly(new Start("a", 2), new Start("b", 3));
  }
}
