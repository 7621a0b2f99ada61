package io.jopf.test.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@JopfTest(handlers = MoodyHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=2")
class MoodyHandlersTest {

  private static final int MORE_THAN_WORKERS = 5;

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error", "linkage", "overflow", "interrupt"})
  void whatever_a_handler_does_no_worker_is_lost(String mood, Cluster cluster, Operator operator) {
    Things things = new Things(cluster);
    for (int i = 0; i < MORE_THAN_WORKERS; i++) {
      Thing moody = Things.thing("moody-" + i, 1);
      moody.getSpec().colour = mood;
      things.create(moody);
    }
    things.create("calm", 1);

    things.awaitStatus("calm", "obey", "at once");
    for (int i = 0; i < MORE_THAN_WORKERS; i++) {
      things.awaitSettled("moody-" + i);
      assertThat(things.status("moody-" + i, "obey"))
          .isEqualTo(mood.equals("interrupt") ? "at once" : "at last");
    }
    assertThat(operator.isHealthy()).isTrue();
    cluster.await("it has nothing to do", operator::isIdle);
  }
}
