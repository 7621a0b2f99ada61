package io.jopf.test.scenarios.grumpy;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = GrumpyHandlers.class, crds = Things.DEFINITION)
class GrumpyTest {

  @Test
  void a_mapper_that_fails_keeps_no_object_from_its_own_handlers(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "measured", 1);
    things.resize("tom", 2);
    things.awaitStatus("tom", "measured", 2);
  }
}
