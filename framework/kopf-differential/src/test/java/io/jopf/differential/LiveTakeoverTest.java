package io.jopf.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A Kopf operator ends in the middle of its work, and one of ours begins. */
@Tag("control-plane-only")
class LiveTakeoverTest {

  private TakeoverStage all;
  private Stage stage;

  @SuppressWarnings("NullAway.Init") // before each
  LiveTakeoverTest() {}

  @BeforeEach
  void start(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    all = new TakeoverStage(name, "heritage", HeritageHandlers.class, "clean_up=cleaned");
    stage = all.stage;
  }

  @AfterEach
  void stop() {
    all.close();
  }

  @Test
  void what_is_settled_is_only_resumed() {
    stage.create(
        "tom", "{\"team\": \"blue\"}", "{\"size\": 1, \"ratio\": 0.10, \"text\": \"é🟦\"}");
    stage.awaitSettled("tom");
    all.kopf.stop();

    all.heir.start();
    all.awaitHeirsCalls("tom/resumeIt", 1);
    all.awaitOurs("tom", true);

    assertThat(all.heirsCalls()).isEqualTo(Map.of("tom/resumeIt", List.of("resume succeeded")));
    assertThat(stage.left()).containsExactly("tom: {\"make_it\":\"made\"}");
  }

  @Test
  void a_change_while_neither_runs_is_an_update_with_the_right_difference() {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    all.kopf.kill();
    stage.patch("tom", "{\"spec\": {\"size\": 2}}");

    all.heir.start();
    all.awaitHeirsCalls("tom/resizeIt", 1);
    all.awaitOurs("tom", true);

    assertThat(all.heirsCalls())
        .containsEntry("tom/resizeIt", List.of("update succeeded"))
        .containsEntry(
            "tom/changeIt",
            List.of(
                "update succeeded: {\"spec\":{\"size\":1}} -> {\"spec\":{\"size\":2}}"
                    + " by [[\"change\",[\"spec\",\"size\"],1,2]]"))
        .doesNotContainKey("tom/makeIt");
  }

  @Test
  void a_creation_that_is_killed_in_the_middle_of_its_retries_goes_on() {
    stage.create("tom", "{\"wait\": true}");
    stage.awaitCalls("tom", "wait_for_it", 2);
    stage.awaitRetrying("tom", "wait_for_it");
    all.awaitStored("tom", "\"retries\":2");
    all.kopf.kill();

    all.heir.start();
    all.awaitOurs("tom", true);

    assertThat(all.heirsCalls())
        .isEqualTo(
            Map.of(
                "tom/waitForIt",
                List.of("create retry 2 asked for another try", "create retry 3 succeeded")));
  }

  @Test
  void a_handler_that_was_running_when_kopf_was_killed_runs_again_and_no_other() {
    stage.block("hang");
    stage.create("tom", "{\"hang\": true}");
    stage.awaitCalls("tom", "wait_for_it", 1);
    all.awaitStored("tom", "make_it");
    all.kopf.kill();
    stage.unblock("hang");

    all.heir.start();
    all.awaitOurs("tom", true);

    assertThat(all.heirsCalls()).isEqualTo(Map.of("tom/waitForIt", List.of("create succeeded")));
  }

  @Test
  void an_update_in_the_middle_of_its_retries_goes_on() {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    stage.patch("tom", "{\"spec\": {\"size\": 5}}");
    stage.awaitCalls("tom", "resize_it", 2);
    all.awaitStored("tom", "\"retries\":2");
    all.kopf.stop();

    all.heir.start();
    all.awaitHeirsCalls("tom/resizeIt", 1);
    all.awaitOurs("tom", true);

    assertThat(all.heirsCalls())
        .containsEntry("tom/resizeIt", List.of("update retry 2 succeeded"))
        .doesNotContainKeys("tom/changeIt", "tom/makeIt");
  }

  @Test
  void a_deletion_is_finished_by_who_has_not_finished_it() {
    stage.create("tom", "{\"size\": 1, \"sticky\": true}");
    stage.awaitSettled("tom");
    stage.delete("tom");
    stage.awaitCalls("tom", "clean_up", 2);
    all.awaitStored("tom", "\"retries\":2");
    all.kopf.kill();

    all.heir.start();
    stage.awaitGone("tom");

    assertThat(all.heirsCalls())
        .isEqualTo(Map.of("tom/cleaned", List.of("delete retry 2 succeeded")));
  }

  @Test
  void an_object_that_is_deleted_while_neither_runs_is_let_go() {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    all.kopf.stop();
    stage.delete("tom");

    all.heir.start();
    stage.awaitGone("tom");

    assertThat(all.heirsCalls())
        .isEqualTo(
            Map.of(
                "tom/takeDown", List.of("delete succeeded"),
                "tom/cleaned", List.of("delete succeeded")));
  }
}
