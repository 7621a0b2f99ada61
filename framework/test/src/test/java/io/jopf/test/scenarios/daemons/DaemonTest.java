package io.jopf.test.scenarios.daemons;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = GuardHandlers.class, crds = Things.DEFINITION)
class DaemonTest {

  private static Thing guarded(String name, String guard) {
    Thing thing = Things.thing(name, 1);
    thing.getMetadata().setLabels(Map.of("guard", guard));
    return thing;
  }

  @Test
  void a_daemon_sees_its_object_as_it_is_and_changes_it(Cluster cluster, GuardHandlers handlers) {
    Things things = new Things(cluster);
    things.create(guarded("tom", "yes"));
    cluster.await("it guards", () -> handlers.seen.contains("tom 1"));
    assertThat(things.get("tom").getMetadata().getFinalizers())
        .containsExactly(Things.MARKS.finalizer());

    things.resize("tom", 2);
    cluster.await("it has seen that", () -> handlers.seen.contains("tom 2"));
    cluster.await("it says so", () -> "seen 2".equals(things.get("tom").getSpec().colour));

    assertThat(handlers.log).containsOnlyOnce("guards tom");
  }

  @Test
  void a_deletion_waits_for_the_daemon_and_the_delete_handler_runs_once(
      Cluster cluster, GuardHandlers handlers) {
    Things things = new Things(cluster);
    things.create(guarded("tom", "yes"));
    cluster.await("it guards", () -> handlers.log.contains("guards tom"));
    cluster.await(
        "its deletion has to wait",
        () -> !things.get("tom").getMetadata().getFinalizers().isEmpty());

    things.named("tom").delete();
    cluster.awaitGone(Thing.class, "tom");

    assertThat(handlers.log).contains("leaves tom: OBJECT_DELETED").containsOnlyOnce("deleted tom");
    assertThat(handlers.threads).hasSize(1);
  }

  @Test
  void a_daemon_that_does_not_end_is_interrupted_and_then_no_longer_waited_for(
      Cluster cluster, GuardHandlers handlers) {
    Things things = new Things(cluster);
    things.create(guarded("tom", "stubborn"));
    cluster.await("it holds", () -> handlers.log.contains("holds tom"));

    things.named("tom").delete();
    cluster.await("the handler is done", () -> handlers.log.contains("deleted tom"));
    cluster.awaitGone(Thing.class, "tom");

    assertThat(handlers.log).containsOnlyOnce("laughs at tom").containsOnlyOnce("deleted tom");
    handlers.leave.countDown();
  }

  @Test
  void a_daemon_stops_with_the_match_and_begins_anew_with_the_next(
      Cluster cluster, GuardHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    assertThat(handlers.log).containsExactly("created tom");

    for (int round = 1; round <= 2; round++) {
      int rounds = round;
      things.edit("tom", tom -> tom.getMetadata().setLabels(Map.of("guard", "yes")));
      cluster.await("it guards", () -> Collections.frequency(handlers.log, "guards tom") == rounds);
      things.edit("tom", tom -> tom.getMetadata().setLabels(Map.of("guard", "no")));
      cluster.await(
          "it has left",
          () -> Collections.frequency(handlers.log, "leaves tom: FILTERS_MISMATCH") == rounds);
    }
  }

  @Test
  void a_daemon_that_has_returned_does_not_run_again_in_this_process(
      Cluster cluster, TestOperator operator, GuardHandlers handlers) {
    Things things = new Things(cluster);
    things.create(guarded("tom", "brief"));
    cluster.await("it greets", () -> handlers.log.contains("greets tom"));
    things.resize("tom", 2);
    things.create(guarded("jerry", "brief"));
    cluster.await("it greets", () -> handlers.log.contains("greets jerry"));
    things.awaitSettled("tom");
    assertThat(handlers.log).containsOnlyOnce("greets tom");

    operator.restart();
    GuardHandlers next = operator.context().getBean(GuardHandlers.class);
    cluster.await("it greets", () -> next.log.contains("greets tom"));
  }

  @Test
  void a_stopping_operator_leaves_no_daemon_behind(
      Cluster cluster, TestOperator operator, GuardHandlers handlers) {
    Things things = new Things(cluster);
    for (int i = 0; i < 5; i++) {
      things.create(guarded("tom-" + i, "yes"));
    }
    cluster.await("they guard", () -> handlers.threads.size() == 5);

    operator.stop();

    assertThat(handlers.threads).noneMatch(Thread::isAlive);
    assertThat(handlers.log).filteredOn(line -> line.endsWith("OPERATOR_STOPPING")).hasSize(5);
    cluster.client().resources(Thing.class).delete();
    operator.start();
    cluster.await("they are let go", () -> cluster.list(Thing.class).isEmpty());
  }
}
