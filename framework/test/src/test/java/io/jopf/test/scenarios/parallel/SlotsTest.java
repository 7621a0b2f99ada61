package io.jopf.test.scenarios.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = SlotsHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=2")
class SlotsTest {

  @Test
  void objects_that_wait_for_another_try_hold_no_slot(Cluster cluster, SlotsHandlers handlers) {
    Things things = new Things(cluster);
    for (int i = 0; i < 5; i++) {
      String name = "waiting-" + i;
      things.create(name, 0);
      cluster.await(name + " waits", () -> things.isRetrying(name, "pass"));
    }
    handlers.door.countDown();
    things.create("tom", 1);

    things.awaitSettled("tom");
  }

  @Test
  void no_more_handlers_run_at_once_than_there_are_slots(Cluster cluster, SlotsHandlers handlers) {
    Things things = new Things(cluster);
    for (int i = 0; i < 6; i++) {
      things.create("thing-" + i, 1);
    }
    cluster.await("both slots are taken", () -> handlers.inside.size() == 2);

    handlers.door.countDown();
    for (int i = 0; i < 6; i++) {
      things.awaitSettled("thing-" + i);
    }
    assertThat(handlers.most).isEqualTo(2);
  }
}
