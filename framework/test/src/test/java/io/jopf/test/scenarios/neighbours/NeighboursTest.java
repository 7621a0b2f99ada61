package io.jopf.test.scenarios.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = TowerHandlers.class, crds = Things.DEFINITION)
class NeighboursTest {

  @Test
  void a_status_that_a_handler_writes_wakes_the_objects_that_look_at_it(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("house", 0);
    things.create("tower", 4);

    things.awaitStatus("tower", "rung", 4);
    things.awaitStatus("house", "heard", 4);
  }

  @Test
  void its_own_status_does_not_wake_an_object_though_its_kind_is_watched(
      Cluster cluster, TowerHandlers handlers) {
    Things things = new Things(cluster);
    things.create("pendulum", 0);
    things.create("tower", 4);
    things.awaitStatus("tower", "rung", 4);

    // once for itself, and once for each thing that it was told of the tower
    assertThat(handlers.swings).hasValueLessThan(20);
  }
}
