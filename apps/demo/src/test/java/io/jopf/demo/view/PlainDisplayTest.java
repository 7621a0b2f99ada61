package io.jopf.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.demo.state.Snapshot;
import io.jopf.demo.state.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainDisplayTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PlainDisplay display =
      new PlainDisplay(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  @Test
  void each_transition_is_a_line() {
    show(Pictures.running());

    assertThat(printed())
        .containsExactly(
            "2.5s jobflow-example job1 Succeeded",
            "2.5s jobflow-example job2 Running",
            "2.5s jobflow-example job4 Succeeded",
            "2.5s jobflow-example Running",
            "2.5s jobflow-example-error job1 Succeeded",
            "2.5s jobflow-example-error job2-error-container Failed",
            "2.5s jobflow-example-error job3 Blocked",
            "2.5s jobflow-example-error job4 Succeeded",
            "2.5s jobflow-example-error Failed",
            "2.5s daemonjob-example minikube Running",
            "2.5s daemonjob-example node3 Succeeded",
            "2.5s daemonjob-example Running",
            "2.5s job1-template used by f-job1",
            "2.5s minimal ConfigMap 3/3");
  }

  @Test
  void what_has_not_changed_is_not_repeated() {
    show(Pictures.running());
    bytes.reset();

    show(Pictures.running());
    show(
        new Snapshot(
            Pictures.running().flows(),
            List.of(),
            List.of(),
            List.of(Pictures.notebook(3, "http://host/minimal", true))));

    assertThat(printed())
        .containsExactly(
            "2.5s minimal Secret 1/1",
            "2.5s minimal url http://host/minimal",
            "2.5s minimal Available");
  }

  @Test
  void the_summary_is_a_table_without_escape_codes() {
    display.summary(
        List.of(
            new Verdict("flow", "Succeed", "Succeed", "a b", true, true, Duration.ofSeconds(5)),
            new Verdict("error", "Failed", "Succeed", "a", true, false, null)));

    assertThat(printed())
        .containsExactly(
            "",
            "      OBJECT  EXPECTED  ACTUAL   TIME",
            "ok    flow    Succeed   Succeed  5.0s  a b",
            "WRONG error   Failed    Succeed        a");
  }

  private void show(Snapshot snapshot) {
    display.show(snapshot, Duration.ofMillis(2500), "a cluster");
  }

  private List<String> printed() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
