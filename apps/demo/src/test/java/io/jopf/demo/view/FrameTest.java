package io.jopf.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.demo.state.Snapshot;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameTest {

  @Test
  void every_example_has_its_state_at_the_left_and_its_parts_at_the_right() {
    assertThat(frame(Pictures.running(), 24, 80))
        .containsExactly(
            "12.3s on a cluster",
            "",
            "jobflow-example       ✓ job1 0.6s ─▸ ● job2 3.2s ─▸ ○ job3",
            " Running 2/5 4.1s     ✓ job4 0.6s ────────────────▸ ○ job5 ←job2",
            "",
            "jobflow-example-error ✓ job1 0.6s ─▸ ✗ job2-error-container 0.6s",
            " Failed 2/4 4.1s      ✓ job4 0.6s    ⊘ job3 ←job1,job2?",
            "",
            "daemonjob-example     ● minikube 0.9s  ✓ node3 5.0s",
            " Running 1/2 4.1s",
            "",
            "templates             job1-template used by 1",
            "",
            "minimal               ✓✓✓ConfigMap ○Secret",
            " being made           no URL yet");
  }

  @Test
  void a_low_terminal_gets_no_empty_lines() {
    assertThat(frame(Pictures.running(), 13, 80)).hasSize(10).doesNotContain("");
  }

  @Test
  void what_does_not_fit_is_left_out_with_a_notice() {
    List<String> lines = frame(Pictures.running(), 6, 80);

    assertThat(lines).hasSize(5);
    assertThat(lines).last().isEqualTo("… 6 more lines, enlarge the terminal");
  }

  @Test
  void a_line_that_is_too_long_is_cut() {
    assertThat(frame(Pictures.running(), 24, 40))
        .contains("jobflow-example       ✓ job1 0.6s ─▸ ●…")
        .contains("daemonjob-example     ● minikube 0.9s");
  }

  @Test
  void before_an_object_is_seen_its_steps_wait() {
    Snapshot snapshot =
        new Snapshot(
            List.of(Pictures.work("flow", "", List.of(Steps.waiting("a")))),
            List.of(),
            List.of(),
            List.of());

    assertThat(frame(snapshot, 24, 80)).contains("flow          ○ a", " not seen yet");
  }

  @Property
  void no_frame_exceeds_the_terminal(
      @ForAll @IntRange(min = 2, max = 60) int rows,
      @ForAll @IntRange(min = 2, max = 200) int columns) {
    List<String> lines = frame(Pictures.running(), rows, columns);

    assertThat(lines).hasSizeLessThan(rows);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(columns));
  }

  private static List<String> frame(Snapshot snapshot, int rows, int columns) {
    return Frame.of(
            snapshot,
            Duration.ofMillis(12_345),
            "a cluster",
            new Size(rows, columns),
            Symbols.UNICODE)
        .stream()
        .map(line -> line.toString().stripTrailing())
        .toList();
  }
}
