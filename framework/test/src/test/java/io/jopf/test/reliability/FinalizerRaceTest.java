package io.jopf.test.reliability;

import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.Fault;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = LandlordHandlers.class,
    crds = Things.DEFINITION,
    properties = "jopf.workers=1")
class FinalizerRaceTest {

  private static final String FOREIGN = "example.com/keep";
  private static final String OURS = Things.MARKS.finalizer();
  private static final int ROUNDS = 10;

  private static Thing tom(String... finalizers) {
    Thing tom = Things.thing("tom", 1);
    tom.getMetadata().setFinalizers(List.of(finalizers));
    return tom;
  }

  private static void remove(Things things, String finalizer) {
    things.edit(
        "tom",
        tom -> {
          List<String> left = new ArrayList<>(tom.getMetadata().getFinalizers());
          left.remove(finalizer);
          tom.getMetadata().setFinalizers(left);
        });
  }

  @Test
  void a_conflict_when_the_finalizer_is_added_runs_no_handler_twice(
      Cluster cluster, FaultProxy faults, LandlordHandlers handlers) {
    Fault conflict = faults.on(PATCH, "things").answer(409).times(2);
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");

    assertThat(conflict.count()).isEqualTo(2);
    assertThat(things.get("tom").getMetadata().getFinalizers()).containsExactly(OURS);
    assertThat(handlers.log).containsExactly("create tom at attempt 0");
  }

  @Test
  void two_operators_that_let_go_at_the_same_time_do_not_touch_what_is_not_theirs(
      Cluster cluster, FaultProxy faults, LandlordHandlers handlers) {
    Things things = new Things(cluster);
    for (int round = 0; round < ROUNDS; round++) {
      things.create(tom(FOREIGN, "example.com/other"));
      things.awaitSettled("tom");
      Fault race =
          faults.on(PATCH, "things").first(() -> remove(things, "example.com/other")).times(1);
      things.named("tom").delete();
      cluster.await(
          "one is left",
          () -> things.get("tom").getMetadata().getFinalizers().equals(List.of(FOREIGN)));
      assertThat(race.count()).isEqualTo(1);
      remove(things, FOREIGN);
      cluster.awaitGone(Thing.class, "tom");
    }
    assertThat(handlers.log).hasSize(2 * ROUNDS);
  }

  @Test
  void an_object_that_is_gone_when_we_let_go_of_it_is_no_error(
      Cluster cluster, FaultProxy faults, LandlordHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    faults.on(PATCH, "things").named("tom").first(() -> remove(things, OURS)).times(1);
    things.named("tom").delete();
    cluster.awaitGone(Thing.class, "tom");
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(handlers.log)
        .containsExactly("create tom at attempt 0", "delete tom", "create jerry at attempt 0");
  }

  @Test
  void a_deletion_ends_the_retries_of_a_creation(Cluster cluster, LandlordHandlers handlers) {
    handlers.full = true;
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("it waits", () -> things.isRetrying("tom", "moveIn"));
    things.named("tom").delete();
    cluster.awaitGone(Thing.class, "tom");

    assertThat(handlers.log).endsWith("delete tom").contains("create tom at attempt 0");
  }

  @Test
  void what_is_deleted_before_it_had_our_finalizer_is_not_handled(
      Cluster cluster, FaultProxy faults, LandlordHandlers handlers) {
    Things things = new Things(cluster);
    faults.on(PATCH, "things").named("tom").first(() -> things.named("tom").delete()).times(1);
    things.create("tom", 1);
    cluster.awaitGone(Thing.class, "tom");
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(handlers.log).containsExactly("create jerry at attempt 0");
  }

  @Test
  void a_finalizer_is_never_added_to_what_is_being_deleted(
      Cluster cluster, FaultProxy faults, LandlordHandlers handlers) {
    Things things = new Things(cluster);
    faults.on(PATCH, "things").named("tom").first(() -> things.named("tom").delete()).times(1);
    things.create(tom(FOREIGN));
    cluster.await(
        "it is being deleted",
        () -> things.get("tom").getMetadata().getDeletionTimestamp() != null);
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(things.get("tom").getMetadata().getFinalizers()).containsExactly(FOREIGN);
    assertThat(handlers.log).containsExactly("create jerry at attempt 0");
  }
}
