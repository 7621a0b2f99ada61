package io.jopf.test.scenarios.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Things;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = DraftHandlers.class, crds = Things.DEFINITION)
class DraftTest {

  @Test
  void changes_of_a_handler_that_then_fails_are_written_together_with_its_progress(
      Cluster cluster, FaultProxy faults, DraftHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("the second attempt is stored", () -> attempts(things, "tom") == 2);

    assertThat(things.get("tom").getSpec().colour).isEqualTo("draft 1");
    assertThat(things.status("tom", "drafts")).isEqualTo(2);
    assertThat(handlers.read).containsExactly("0 null", "1 draft 0");
    assertThat(faults.writes())
        .extracting(write -> write.request().resource())
        .containsExactly("things/status", "things", "things/status", "things");
  }

  @Test
  void what_it_has_changed_and_how_often_it_has_failed_survive_a_kill_together(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("an attempt is stored", () -> attempts(things, "tom") >= 1);

    operator.kill();
    int attempts = attempts(things, "tom");

    assertThat(things.get("tom").getSpec().colour).isEqualTo("draft " + (attempts - 1));
  }

  @Test
  void changes_of_a_handler_that_gives_up_are_written_too(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("hopeless", 1);
    // not what is stored of it: what it has changed is a change, after which it counts no more
    cluster.await(
        "it has given up",
        () -> things.warnings("hopeless").contains("HandlerFailed: write gave up: never"));

    cluster.await(
        "its changes are written",
        () ->
            "draft 0".equals(things.get("hopeless").getSpec().colour)
                && Objects.equals(things.status("hopeless", "drafts"), 1));
  }

  private static int attempts(Things things, String name) {
    var known = things.state(name).handlers().get("write");
    return known == null ? 0 : known.attempts();
  }
}
