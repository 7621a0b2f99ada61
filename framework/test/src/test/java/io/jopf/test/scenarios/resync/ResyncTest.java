package io.jopf.test.scenarios.resync;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = PatrolHandlers.class, crds = Things.DEFINITION)
class ResyncTest {

  @Test
  void a_handler_comes_back_though_nothing_has_changed_and_writes_nothing(
      Cluster cluster, PatrolHandlers handlers) {
    Things things = new Things(cluster);
    String version = things.create("tom", 1).getMetadata().getResourceVersion();

    cluster.await("it has come back", () -> handlers.rounds.size() >= 4);

    for (int i = 1; i < 4; i++) {
      assertThat(Duration.between(handlers.rounds.get(i - 1), handlers.rounds.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(800));
    }
    assertThat(things.version("tom")).isEqualTo(version);
  }

  @Test
  void it_comes_back_after_a_final_failure_too(Cluster cluster, PatrolHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 13);

    cluster.await("it has come back", () -> handlers.rounds.size() >= 3);
  }
}
