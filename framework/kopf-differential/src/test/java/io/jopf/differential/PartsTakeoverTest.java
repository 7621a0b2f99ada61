package io.jopf.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A Kopf operator ends while sub-handlers are at work, and the parts of ours go on. */
@Tag("control-plane-only")
class PartsTakeoverTest {

  private static TakeoverStage start(TestInfo test) {
    return new TakeoverStage(
        test.getTestMethod().orElseThrow().getName(),
        "heirloom",
        HeirloomHandlers.class,
        "build_it/_check=buildIt/check");
  }

  @Test
  void parts_that_are_done_stay_done_and_the_others_go_on_at_every_depth(TestInfo test) {
    try (TakeoverStage all = start(test)) {
      all.stage.create("tom", "{\"rooms\": [\"attic\", \"0.5-room\"]}");
      all.awaitStored("tom", "0.5-room");
      all.awaitStored("tom", "paint");
      all.awaitAttempts("tom", "build_it.build_it._locals_.raise_walls", 2);
      all.awaitAttempts("tom", "build_it.inside.dry_it", 2);
      all.kopf.kill();

      all.heir.start();
      all.awaitOurs("tom", false);

      assertThat(all.heirsCalls())
          .isEqualTo(
              Map.of(
                  "tom/buildIt/raiseWalls", List.of("create retry 2 succeeded"),
                  "tom/buildIt/inside/dryIt", List.of("create retry 2 succeeded")));
    }
  }

  @Test
  void parts_of_a_handler_of_a_field_go_on(TestInfo test) {
    try (TakeoverStage all = start(test)) {
      all.stage.create("tom", "{\"size\": 1}");
      all.cluster.await("it is built", () -> all.stored("tom").contains("last-handled"));
      all.stage.patch("tom", "{\"spec\": {\"doors\": [\"light\", \"heavy\"]}}");
      all.awaitStored("tom", "hinge.spec.doors.light");
      all.stage.awaitCalls("tom", "hang", 3);
      all.awaitStored("tom", "\"retries\":2,\"success\":false");
      all.kopf.stop();

      all.heir.start();
      all.awaitOurs("tom", false);

      assertThat(all.heirsCalls())
          .isEqualTo(Map.of("tom/hinge/spec.doors/heavy", List.of("update retry 2 succeeded")));
    }
  }
}
