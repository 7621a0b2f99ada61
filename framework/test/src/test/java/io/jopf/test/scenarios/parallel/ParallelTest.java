package io.jopf.test.scenarios.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = MillHandlers.class, crds = Things.DEFINITION)
class ParallelTest {

  private static CountDownLatch hold(MillHandlers handlers, String name) {
    CountDownLatch hold = new CountDownLatch(1);
    handlers.holds.put(name, hold);
    return hold;
  }

  @Test
  void objects_are_handled_side_by_side(Cluster cluster, MillHandlers handlers) {
    Things things = new Things(cluster);
    CountDownLatch holdTom = hold(handlers, "tom");
    CountDownLatch holdJerry = hold(handlers, "jerry");
    things.create("tom", 1);
    things.create("jerry", 1);

    cluster.await("both are inside", () -> handlers.inside.containsAll(List.of("tom", "jerry")));

    holdTom.countDown();
    holdJerry.countDown();
    things.awaitSettled("tom");
    things.awaitSettled("jerry");
  }

  @Test
  void an_object_whose_handler_hangs_holds_up_nobody(Cluster cluster, MillHandlers handlers) {
    Things things = new Things(cluster);
    CountDownLatch hold = hold(handlers, "tom");
    things.create("tom", 1);
    cluster.await("tom is inside", () -> handlers.inside.contains("tom"));

    things.create("jerry", 1);
    things.awaitSettled("jerry");
    things.resize("jerry", 2);
    things.awaitSettled("jerry");

    assertThat(handlers.ground).containsExactly("tom: 1", "jerry: 1", "jerry: 2");
    hold.countDown();
    things.awaitSettled("tom");
  }

  @Test
  void changes_during_a_run_lead_to_one_more_run_with_the_newest_state(
      Cluster cluster, MillHandlers handlers) {
    Things things = new Things(cluster);
    CountDownLatch hold = hold(handlers, "tom");
    things.create("tom", 0);
    cluster.await("tom is inside", () -> handlers.inside.contains("tom"));

    for (int size = 1; size <= 5; size++) {
      things.resize("tom", size);
    }
    // the operator has seen all of them when it has seen what came after
    things.create("jerry", 1);
    things.awaitSettled("jerry");
    hold.countDown();
    things.awaitSettled("tom");

    assertThat(handlers.ground).containsExactly("tom: 0", "jerry: 1", "tom: 5");
    assertThat(handlers.overlaps).isEmpty();
  }

  @Test
  void the_handlers_of_one_object_never_overlap(Cluster cluster, MillHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 0);
    for (int size = 1; size <= 30; size++) {
      things.resize("tom", size);
    }
    things.awaitSettled("tom");

    assertThat(handlers.ground).endsWith("tom: 30").doesNotHaveDuplicates();
    assertThat(handlers.overlaps).isEmpty();
  }
}
