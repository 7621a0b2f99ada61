package io.jopf.jobflow.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RerunTest {

  private static Rerun of(String state, boolean ended, String taken, Map<String, String> wishes) {
    JobFlow flow = new JobFlow();
    flow.setMetadata(new ObjectMetaBuilder().withName("f").withAnnotations(wishes).build());
    @Nullable String completed = ended ? "2026-01-01T00:00:00Z" : null;
    flow.setStatus(
        new JobFlowStatus(
            state, null, null, null, null, completed, null, null, null, taken, null, null, null,
            null, null, null, taken, null, null));
    return Rerun.of(flow);
  }

  @Test
  void only_what_has_ended_runs_again() {
    assertThat(of("Running", false, "", Map.of(Marks.RESUBMIT, "1"))).isEqualTo(Rerun.NOTHING);
    assertThat(of("Succeed", true, "", Map.of(Marks.RESUBMIT, "1"))).isEqualTo(Rerun.ALL);
    assertThat(of("Failed", true, "", Map.of(Marks.RETRY, "1"))).isEqualTo(Rerun.WHAT_FAILED);
    assertThat(of("Failed", true, "", Map.of())).isEqualTo(Rerun.NOTHING);
    assertThat(Rerun.of(new JobFlow())).isEqualTo(Rerun.NOTHING);
  }

  @Test
  void what_was_taken_up_is_no_wish_any_more() {
    assertThat(of("Failed", true, "1", Map.of(Marks.RESUBMIT, "1", Marks.RETRY, "1")))
        .isEqualTo(Rerun.NOTHING);
  }

  @Test
  void of_what_succeeded_only_named_steps_are_retried() {
    assertThat(of("Succeed", true, "", Map.of(Marks.RETRY, "1"))).isEqualTo(Rerun.NOTHING);
    assertThat(of("Succeed", true, "", Map.of(Marks.RETRY, "1: a, b")))
        .isEqualTo(Rerun.WHAT_FAILED);
    assertThat(Rerun.stepsNamedBy("1: a, b")).containsExactlyInAnyOrder("a", "b");
  }
}
