package io.jopf.test.scenarios.neighbours;

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
}
