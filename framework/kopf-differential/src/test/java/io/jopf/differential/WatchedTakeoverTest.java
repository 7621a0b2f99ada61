package io.jopf.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A handler of a field of the status is handed over. */
@Tag("control-plane-only")
class WatchedTakeoverTest {

  private static TakeoverStage start(TestInfo test) {
    TakeoverStage all =
        new TakeoverStage(
            test.getTestMethod().orElseThrow().getName(), "watched", WatchedHandlers.class, "");
    all.stage.create("tom", "{\"size\": 1}");
    all.stage.awaitSettled("tom");
    all.stage.patchStatus("tom", "{\"status\": {\"phase\": \"Ready\"}}");
    all.stage.awaitEnds("tom", "phase", 1);
    all.stage.awaitSettled("tom");
    return all;
  }

  @Test
  void what_kopf_has_seen_of_the_status_is_not_told_again(TestInfo test) {
    try (TakeoverStage all = start(test)) {
      all.kopf.stop();

      all.heir.start();
      all.awaitHeirsCalls("tom/resumed", 1);
      all.awaitOurs("tom", false);

      assertThat(all.heirsCalls()).isEqualTo(Map.of("tom/resumed", List.of("resume succeeded")));
    }
  }

  @Test
  void a_status_that_changes_while_neither_runs_is_told_once(TestInfo test) {
    try (TakeoverStage all = start(test)) {
      all.kopf.stop();
      all.stage.patchStatus("tom", "{\"status\": {\"phase\": \"Old\"}}");

      all.heir.start();
      all.awaitHeirsCalls("tom/phase", 1);
      all.awaitHeirsCalls("tom/resumed", 1);
      all.awaitOurs("tom", false);

      assertThat(all.heirsCalls())
          .isEqualTo(
              Map.of(
                  "tom/phase",
                  List.of(
                      "update succeeded: \"Ready\" -> \"Old\""
                          + " by [[\"change\",[],\"Ready\",\"Old\"]]"),
                  "tom/resumed",
                  List.of("resume succeeded")));
    }
  }

  @Test
  void a_status_whose_handler_is_tried_again_goes_on_with_its_difference(TestInfo test) {
    try (TakeoverStage all = start(test)) {
      all.stage.patchStatus("tom", "{\"status\": {\"phase\": \"Broken\"}}");
      all.stage.awaitEnds("tom", "phase", 3);
      all.awaitStored("tom", "\"retries\":2");
      all.kopf.kill();

      all.heir.start();
      all.awaitHeirsCalls("tom/phase", 1);
      all.awaitOurs("tom", false);

      assertThat(all.heirsCalls())
          .containsEntry(
              "tom/phase",
              List.of(
                  "update retry 2 succeeded: \"Ready\" -> \"Broken\""
                      + " by [[\"change\",[],\"Ready\",\"Broken\"]]"));
    }
  }
}
