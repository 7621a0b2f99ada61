package io.jopf.jobflow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jobflow.api.JobFlowSpec;
import org.junit.jupiter.api.Test;

class FlowSizeTest {

  @Test
  void a_flow_of_as_many_small_steps_as_may_be_listed_fits() {
    assertThat(plan(2000, "", 20).refusals()).isEmpty();
  }

  @Test
  void a_flow_whose_status_would_not_fit_beside_its_spec_is_refused_with_the_numbers() {
    FlowPlan plan = plan(2000, "", 400);

    assertThat(plan.refusals()).hasSize(1);
    assertThat(plan.refusals().get(0))
        .containsPattern(
            "the flow is too large: its spec takes 986,901 bytes, .* about \\d{3},\\d{3},"
                + " and a status of 2,000 steps up to 849,890, of which at most 1,450,000 fit");
    assertThat(plan.plan().steps()).as("what is told of it is small").hasSize(1);
  }

  @Test
  void bytes_count_and_not_characters() {
    assertThat(plan(1, "", "x".repeat(600_000)).refusals()).isEmpty();
    assertThat(plan(1, "", "\u20ac".repeat(600_000)).refusals())
        .singleElement()
        .asString()
        .contains("its spec takes 1,800,");
  }

  @Test
  void messages_and_what_is_told_of_jobs_count() {
    // 200 full statuses of jobs and 500 messages are 335,000 bytes
    assertThat(plan(500, "", 1100).refusals()).isEmpty();
    assertThat(plan(500, "", 1400).refusals())
        .singleElement()
        .asString()
        .contains("a status of 500 steps up to 463,390");
  }

  @Test
  void the_turns_of_all_loops_count() {
    FlowPlan plan = plan(20, "forEach: {count: 1000}, ", 20);

    assertThat(plan.refusals())
        .containsExactly("the flow has 20,000 steps, at most 10,000 are allowed");
    assertThat(plan(4, "forEach: {count: 1000}, ", 20).refusals()).isEmpty();
  }

  /** A flow of steps with templates of about that many bytes more than the least. */
  private static FlowPlan plan(int steps, String more, int bytes) {
    return plan(steps, more, "x".repeat(bytes));
  }

  private static FlowPlan plan(int steps, String more, String image) {
    StringBuilder yaml = new StringBuilder("flows:\n");
    for (int i = 0; i < steps; i++) {
      yaml.append("- {name: s").append(i).append(", ").append(more);
      yaml.append("jobTemplate: {template: {spec: {containers: [{name: m, image: ");
      yaml.append(image).append("}]}}}}\n");
    }
    return FlowPlan.of(Serialization.unmarshal(yaml.toString(), JobFlowSpec.class));
  }
}
