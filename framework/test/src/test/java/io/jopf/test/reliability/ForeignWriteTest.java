package io.jopf.test.reliability;

import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Hold;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = ScalesHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class ForeignWriteTest {

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  /** Waits until everything about earlier things is done, too. */
  private static void awaitWeighed(Things things, String name, int size) {
    things.awaitStatus(name, "weight", size);
    things.create("last", 9);
    things.awaitStatus("last", "weight", 9);
  }

  @Test
  void a_status_of_our_own_wakes_nobody(Cluster cluster, ScalesHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    awaitWeighed(things, "tom", 1);

    assertThat(handlers.log).containsExactly("tom 1", "last 9");
  }

  @Test
  void a_change_just_before_our_write_is_not_lost(
      Cluster cluster, FaultProxy faults, ScalesHandlers handlers) {
    Things things = new Things(cluster);
    faults.on(PATCH, "things/status").first(() -> things.resize("tom", 2)).times(1);
    things.create("tom", 1);
    awaitWeighed(things, "tom", 2);

    assertThat(handlers.log).containsExactly("tom 1", "tom 2", "last 9");
  }

  @Test
  void a_change_while_our_write_is_on_its_way_is_not_lost(
      Cluster cluster, FaultProxy faults, ScalesHandlers handlers) {
    Things things = new Things(cluster);
    Hold write = faults.on(PATCH, "things/status").hold();
    things.create("tom", 1);
    cluster.await("it is written", write::isReached);
    things.resize("tom", 2);
    things.resize("tom", 3);
    write.release();
    awaitWeighed(things, "tom", 3);

    assertThat(handlers.log).containsExactly("tom 1", "tom 3", "last 9");
  }

  @Test
  void a_change_is_not_lost_when_our_own_write_has_changed_nothing(
      Cluster cluster, FaultProxy faults, ScalesHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "weight", 1);
    faults
        .on(PATCH, "things/status")
        .first(
            () -> {
              things.named("tom").editStatus(tom -> weighing(tom, 2));
              things.resize("tom", 3);
            })
        .times(1);
    things.resize("tom", 2);
    awaitWeighed(things, "tom", 3);

    assertThat(handlers.log).containsExactly("tom 1", "tom 2", "tom 3", "last 9");
  }

  private static Thing weighing(Thing thing, int weight) {
    thing.setStatus(Map.of("weight", weight));
    return thing;
  }

  @Test
  void a_storm_of_changes_during_a_handler_means_one_more_run_with_the_newest(
      Cluster cluster, ScalesHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", ScalesHandlers.BIG);
    cluster.await("it is being weighed", () -> handlers.log.size() == 1);
    for (int size = 1; size <= ScalesHandlers.BIG - 1; size++) {
      things.raw("tom").patch(MERGE, "{\"spec\":{\"size\":" + size + "}}");
    }
    handlers.help.countDown();
    awaitWeighed(things, "tom", ScalesHandlers.BIG - 1);

    assertThat(handlers.log).containsExactly("tom 1000", "tom 999", "last 9");
  }

  @Test
  void what_goes_while_it_waits_for_a_worker_is_never_handled(
      Cluster cluster, ScalesHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", ScalesHandlers.BIG);
    cluster.await("the worker is busy", () -> handlers.log.size() == 1);
    things.create("jerry", 1);
    things.named("jerry").delete();
    handlers.help.countDown();
    awaitWeighed(things, "tom", ScalesHandlers.BIG);

    assertThat(handlers.log).containsExactly("tom 1000", "last 9");
  }
}
