package io.jopf.jobflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.jopf.jobflow.cli.StepPods.StepPod;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewPodsTest {
  private static final StepPod LOAD = pod("load", 1, "Failed");
  private static final StepPod LOAD_AGAIN = pod("load", 2, "Running");
  private static final StepPod COUNT = pod("count", 1, "Succeeded");

  private static StepPod pod(String step, int attempt, String phase) {
    return new StepPod(
        step,
        attempt,
        new PodBuilder()
            .withNewMetadata()
            .withName(step + "-try" + attempt)
            .endMetadata()
            .withNewStatus()
            .withPhase(phase)
            .endStatus()
            .build());
  }

  @Test
  void of_what_is_there_only_the_last_attempts_are_told_and_then_every_one_that_begins() {
    NewPods pods = new NewPods(false);
    StepPod last = pod("load", 3, "Running");

    assertThat(pods.among(List.of(LOAD, COUNT, LOAD_AGAIN))).containsExactly(COUNT, LOAD_AGAIN);
    assertThat(pods.among(List.of(LOAD, COUNT, LOAD_AGAIN))).isEmpty();
    assertThat(pods.among(List.of(LOAD, COUNT, LOAD_AGAIN, last))).containsExactly(last);
  }

  @Test
  void an_attempt_that_is_about_to_begin_is_told_when_it_has() {
    NewPods pods = new NewPods(false);

    assertThat(pods.among(List.of(LOAD, pod("load", 2, "Pending")))).isEmpty();
    assertThat(pods.among(List.of(LOAD, LOAD_AGAIN))).containsExactly(LOAD_AGAIN);
  }

  @Test
  void earlier_attempts_are_told_if_asked_for() {
    assertThat(new NewPods(true).among(List.of(LOAD, LOAD_AGAIN)))
        .containsExactly(LOAD, LOAD_AGAIN);
  }
}
