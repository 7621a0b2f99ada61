package io.jopf.test.simulated.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodScriptTest {

  private static Pod pod(Map<String, String> annotations, String... commands) {
    PodBuilder pod = new PodBuilder().withNewMetadata().withAnnotations(annotations).endMetadata();
    for (String command : commands) {
      pod.editOrNewSpec()
          .addNewContainer()
          .withCommand("sh", "-c", command)
          .endContainer()
          .endSpec();
    }
    return pod.build();
  }

  @ParameterizedTest
  @CsvSource({
    "true, PT1S, 0",
    "sleep 10, PT10S, 0",
    "sleep 10s; echo done, PT10S, 0",
    "sleep 2 && sleep 1.5, PT3.5S, 0",
    "sleep 2m, PT2M, 0",
    "exit 3, PT1S, 3",
    "sleep 5; exit 1, PT5S, 1",
    "exit 0, PT1S, 0",
    "exit 1 || exit 0, PT1S, 0",
    "sleep infinity, PT87600H, 0",
    "nosleep 5, PT1S, 0"
  })
  void the_command_tells_how_long_a_pod_runs_and_how_it_ends(
      String command, Duration runFor, int exitCode) {
    assertThat(PodScript.of(pod(Map.of(), command))).isEqualTo(new PodScript(runFor, exitCode));
  }

  @Test
  void the_slowest_and_the_worst_container_count() {
    assertThat(PodScript.of(pod(Map.of(), "sleep 3", "sleep 2; exit 4")))
        .isEqualTo(new PodScript(Duration.ofSeconds(3), 4));
  }

  @Test
  void annotations_win_over_the_command() {
    Map<String, String> annotations = Map.of(PodScript.RUN_FOR, "1m30s", PodScript.EXIT_CODE, "0");

    assertThat(PodScript.of(pod(annotations, "sleep 7; exit 1")))
        .isEqualTo(new PodScript(Duration.ofSeconds(90), 0));
  }

  @Test
  void unreadable_annotations_are_ignored() {
    Map<String, String> annotations = Map.of(PodScript.RUN_FOR, "soon", PodScript.EXIT_CODE, "bad");

    assertThat(PodScript.of(pod(annotations, "sleep 7; exit 2")))
        .isEqualTo(new PodScript(Duration.ofSeconds(7), 2));
  }

  @ParameterizedTest
  @CsvSource({"2, PT2S", "0.5, PT0.5S", "2s, PT2S", "250ms, PT0.25S", "1h2m3s, PT1H2M3S"})
  void durations_are_seconds_or_as_in_go(String text, Duration duration) {
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "1x", "-1s", "1s ", "PT1S"})
  void other_texts_are_no_durations(String text) {
    assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
