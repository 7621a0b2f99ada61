package io.jopf.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.ObjectKey;
import io.jopf.metrics.HandlerRun;
import io.jopf.metrics.Observer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final ObjectKey TOM = new ObjectKey("house", "tom");

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T12:00:00Z"));
  private final Timeline timeline = new Timeline(time::now);

  private static HandlerRun run(int attempt, String outcome, String message) {
    return new HandlerRun(
        "cats.example.com",
        TOM,
        "feed",
        "create",
        attempt,
        outcome,
        message,
        Duration.ofMillis(20));
  }

  @Test
  void calls_writes_and_pauses_are_told_in_their_order() {
    Observer operator = timeline.process();
    operator.ran(run(1, "retried", "no milk"));
    operator.wrote("cats.example.com", TOM, "metadata", "ok");
    operator.waits("cats.example.com", TOM, Duration.ofSeconds(90), "");
    time.advance(Duration.ofSeconds(90));
    operator.ran(run(2, "succeeded", ""));
    operator.wrote("cats.example.com", TOM, "status", "the object has been modified");
    operator.waits("cats.example.com", TOM, Duration.ofMillis(500), "connection refused");

    assertThat(timeline.text())
        .isEqualTo(
            """
            What was done, by the clock of the operator:
              cats.example.com house/tom
                12:00:00.000 feed (create) attempt 1 retried in 0.02s: no milk
                12:00:00.000 writes metadata: ok
                12:00:00.000 looks again in 1m30s
                12:01:30.000 feed (create) attempt 2 succeeded in 0.02s
                12:01:30.000 writes status: the object has been modified
                12:01:30.000 looks again in 0.5s because of: connection refused
            """);
  }

  @Test
  void processes_are_told_apart_where_there_are_several() {
    timeline.process().ran(run(1, "failed", "no milk"));
    timeline.process().waits("cats.example.com", TOM, Duration.ZERO, "");

    assertThat(timeline.text())
        .contains("12:00:00.000 process 1: feed (create) attempt 1 failed in 0.02s: no milk")
        .contains("12:00:00.000 process 2: looks again at once");
  }

  @Test
  void only_the_last_acts_on_the_last_objects_are_kept() {
    Observer operator = timeline.process();
    for (int cat = 1; cat <= 60; cat++) {
      for (int act = 1; act <= 45; act++) {
        operator.wrote("cats.example.com", new ObjectKey("", "cat-" + cat), "act " + act, "ok");
      }
    }

    assertThat(timeline.text())
        .contains("(10 other objects before these)", "cat-11\n", "cat-60\n")
        .contains("(5 times something before)", "writes act 6: ok", "writes act 45: ok")
        .doesNotContain("cat-10\n", "writes act 5: ok");
  }

  @Test
  void long_messages_are_cut() {
    timeline.process().ran(run(1, "failed", "no milk ".repeat(1_000)));

    assertThat(timeline.text()).endsWith("...\n").hasSizeLessThan(600);
  }

  @Test
  void where_nothing_was_done_it_says_so() {
    assertThat(timeline.text()).isEqualTo("No operator did anything.\n");
  }
}
