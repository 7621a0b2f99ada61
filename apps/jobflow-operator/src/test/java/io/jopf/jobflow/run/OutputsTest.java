package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.jobflow.job.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputsTest {
  private final List<Job> jobs = new ArrayList<>();

  @Test
  void what_a_step_put_out_is_known_by_its_name() {
    succeeded("a", 1);
    Outputs outputs = read(List.of(), "{\"rows\": 7, \"who\": \"me\"}");

    assertThat(outputs.byName())
        .containsOnly(
            Map.entry("steps.a.outputs.rows", "7"), Map.entry("steps.a.outputs.who", "me"));
  }

  @Test
  void what_an_attempt_of_an_earlier_run_put_out_counts_no_longer() {
    succeeded("a", 1);
    StepStatus again = new StepStatus("a", StepState.WAITING, 1, 1, null, null, null, null, null);

    assertThat(read(List.of(again), "{\"rows\": 7}").byName()).isEmpty();
    succeeded("a", 2);
    assertThat(read(List.of(again), "{\"rows\": 8}").byName()).containsValue("8");
  }

  @Test
  void what_would_not_fit_into_a_status_is_not_kept_and_that_is_known() {
    for (int i = 0; i < 60; i++) {
      succeeded("step" + i, 1);
    }
    Outputs outputs = read(List.of(), "{\"k\": \"" + "x".repeat(4000) + "\"}");

    assertThat(outputs.fresh()).hasSize(49);
    assertThat(outputs.isFull()).isTrue();
  }

  private Outputs read(List<StepStatus> steps, String message) {
    Outputs outputs = new Outputs(List.of(), steps);
    outputs.read(new Jobs(new FakeChildren(), jobs, Marks.STEP), steps, job -> message);
    return outputs;
  }

  private void succeeded(String step, int attempt) {
    jobs.add(
        new JobBuilder()
            .withNewMetadata()
            .withName("f-" + step + attempt)
            .addToAnnotations(Marks.STEP, step)
            .addToAnnotations(Marks.ATTEMPT, Integer.toString(attempt))
            .endMetadata()
            .withNewStatus()
            .addNewCondition()
            .withType("Complete")
            .withStatus("True")
            .endCondition()
            .endStatus()
            .build());
  }
}
