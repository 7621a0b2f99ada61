package io.jopf.test.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = ClerkHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class ManyThingsTest {

  private static final int MANY = 300;

  @Test
  void a_single_worker_gets_through_everything_once_with_two_writes_each(
      Cluster cluster, FaultProxy faults, TestOperator operator) {
    Things things = new Things(cluster);
    operator.stop();
    for (int i = 0; i < MANY; i++) {
      things.create("thing-" + i, 1);
    }
    operator.start();
    ClerkHandlers handlers = operator.context().getBean(ClerkHandlers.class);
    cluster.await("all are handled", () -> handlers.log.size() == MANY && operator.isIdle());

    assertThat(handlers.log).doesNotHaveDuplicates();
    assertThat(faults.writes()).hasSize(2 * MANY);
  }
}
