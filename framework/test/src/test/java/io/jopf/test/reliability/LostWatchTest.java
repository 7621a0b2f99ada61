package io.jopf.test.reliability;

import static io.jopf.test.faults.Verb.LIST;
import static io.jopf.test.faults.Verb.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.Fault;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Hold;
import io.jopf.test.faults.WatchFaults;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = ClerkHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class LostWatchTest {

  private static final int REFUSALS = 3;
  private static final int CLOSURES = 20;

  /** Creates a thing, loses a watch in some way while it changes, and looks at what was handled. */
  private static void survives(Cluster cluster, ClerkHandlers handlers, Runnable loss) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    loss.run();
    things.resize("tom", 2);
    things.create("jerry", 1);
    things.awaitSettled("tom");
    things.awaitSettled("jerry");
    assertThat(handlers.log)
        .containsExactlyInAnyOrder("create tom", "update tom to 2", "create jerry");
  }

  /** An operator is ready when it has listed; it begins to watch at once, but not before. */
  private static void awaitWatching(Cluster cluster, FaultProxy faults) {
    cluster.await("it watches", () -> faults.watches("things").open() == 1);
  }

  @Test
  void a_watch_that_ends_in_good_order_loses_and_repeats_nothing(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    survives(cluster, handlers, () -> faults.watches("things").closeAll());
  }

  @Test
  void a_watch_that_breaks_in_the_middle_of_an_event_loses_and_repeats_nothing(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    survives(cluster, handlers, () -> faults.watches("things").resetMidEvent());
  }

  @Test
  void a_watch_that_is_refused_and_ends_at_once_again_and_again_is_made_in_the_end(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    WatchFaults watches = faults.watches("things");
    Fault refused = watches.refuse(REFUSALS);
    Fault ended = watches.endAtOnce(REFUSALS);

    survives(cluster, handlers, watches::resetAll);
    cluster.await("every one has struck", () -> ended.count() == REFUSALS);
    assertThat(refused.count()).isEqualTo(REFUSALS);
    cluster.await("the watch is up", () -> watches.open() == 1);
  }

  @Test
  void a_watch_that_is_closed_at_once_twenty_times_loses_and_repeats_nothing(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    Fault closed = faults.watches("things").endAtOnce(CLOSURES);
    survives(cluster, handlers, () -> faults.watches("things").closeAll());

    cluster.await("it was closed every time", () -> closed.count() == CLOSURES);
    new Things(cluster).resize("tom", 3);
    new Things(cluster).awaitStatus("tom", "amend", 3);
    assertThat(handlers.log).hasSize(4).endsWith("update tom to 3");
  }

  @Test
  void a_half_open_watch_is_noticed_and_what_it_withheld_is_handled(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    survives(cluster, handlers, () -> faults.watches("things").halfOpen());
    assertThat(faults.exchanges(WATCH, "things")).hasSizeGreaterThan(1);
  }

  @Test
  void readiness_is_lost_before_a_half_open_watch_is_replaced_and_is_back_when_it_is(
      Cluster cluster, FaultProxy faults, Operator operator) {
    awaitWatching(cluster, faults);
    Hold next = faults.on(WATCH, "things").hold();
    faults.watches("things").halfOpen();
    cluster.await("it is noticed", next::isReached);

    assertThat(operator.watchesDown())
        .singleElement()
        .asString()
        .startsWith("things.scenarios.jopf.io");
    next.release();
    cluster.await("there is another", () -> operator.watchesDown().isEmpty());
  }

  @Test
  void what_went_while_the_watch_had_expired_is_deleted_exactly_once(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    faults.watches("things").halfOpen();
    things.named("tom").delete();

    faults.watches("things").sendError(410);
    cluster.await("it is noticed", () -> handlers.log.contains("delete tom"));
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(handlers.log).containsExactly("create tom", "delete tom", "create jerry");
  }

  @Test
  void every_list_asks_for_the_newest_state_never_for_that_of_a_cache(
      Cluster cluster, FaultProxy faults, TestOperator operator) {
    operator.restart();
    awaitWatching(cluster, faults);
    faults.watches("things").sendError(410);
    cluster.await("there is another list", () -> faults.exchanges(LIST, "things").size() > 2);

    assertThat(faults.exchanges(LIST, "things"))
        .allSatisfy(list -> assertThat(list.request().query()).doesNotContain("resourceVersion="));
  }

  @Test
  void a_watch_that_is_refused_as_expired_begins_with_a_new_list(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    Fault expired = faults.on(WATCH, "things").answer(410).times(1);
    survives(cluster, handlers, () -> faults.watches("things").resetAll());
    assertThat(expired.count()).isEqualTo(1);
  }

  @Test
  void another_object_of_the_same_name_is_created_not_updated(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    Hold watch = faults.on(WATCH, "things").hold();
    faults.watches("things").closeAll();
    things.named("tom").delete();
    things.create("tom", 2);

    cluster.await("the operator comes back", watch::isReached);
    watch.release();
    things.awaitSettled("tom");

    assertThat(handlers.log).containsExactly("create tom", "delete tom", "create tom");
  }
}
