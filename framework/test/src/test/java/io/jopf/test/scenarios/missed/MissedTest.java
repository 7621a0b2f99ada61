package io.jopf.test.scenarios.missed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = WardenHandlers.class, crds = Things.DEFINITION)
class MissedTest {

  private static Things guarded(Cluster cluster, WardenHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    cluster.await("it is guarded", () -> handlers.log.contains("guards 1"));
    assertThat(Objects.requireNonNull(handlers.names).get("tom")).containsExactly(1);
    return things;
  }

  private static void deleteUnseen(Cluster cluster, Things things) {
    things.edit("tom", tom -> tom.getMetadata().setFinalizers(List.of()));
    things.named("tom").delete();
    cluster.awaitGone(Thing.class, "tom");
  }

  @Test
  void an_object_that_goes_unseen_leaves_index_and_daemon_and_its_end_is_told(
      Cluster cluster, FaultProxy faults, WardenHandlers handlers) {
    Things things = guarded(cluster, handlers);

    faults.down();
    deleteUnseen(cluster, things);
    faults.up();

    cluster.await("its end is told", () -> handlers.log.contains("DELETED tom 1"));
    cluster.await("nobody guards it", () -> handlers.log.contains("leaves 1: OBJECT_DELETED"));
    assertThat(Objects.requireNonNull(handlers.names).keys()).isEmpty();
  }

  @Test
  void an_object_that_is_made_anew_unseen_is_another_one(
      Cluster cluster, FaultProxy faults, WardenHandlers handlers) {
    Things things = guarded(cluster, handlers);

    faults.down();
    deleteUnseen(cluster, things);
    things.create("tom", 2);
    faults.up();

    cluster.await("it is guarded", () -> handlers.log.contains("guards 2"));
    cluster.await(
        "nobody guards the old one", () -> handlers.log.contains("leaves 1: OBJECT_DELETED"));
    things.awaitSettled("tom");
    assertThat(handlers.log)
        .containsOnlyOnce("DELETED tom 1", "ADDED tom 2", "guards 2")
        .containsSubsequence("DELETED tom 1", "ADDED tom 2")
        .filteredOn(line -> line.startsWith("welcome"))
        .containsExactly("welcome tom 1", "welcome tom 1");
    assertThat(Objects.requireNonNull(handlers.names).get("tom")).containsExactly(2);
  }
}
