package io.jopf.test.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.cause.HandlerRecord;
import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.VirtualTime;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import io.jopf.time.Time;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@JopfTest(
    handlers = MoodyHandlers.class,
    crds = Things.DEFINITION,
    properties = {"jopf.workers=2", "test.depths=true"})
class MoodyHandlersTest {

  private static final int MORE_THAN_WORKERS = 5;

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error", "linkage", "overflow", "interrupt"})
  void whatever_a_handler_does_no_worker_is_lost(
      String mood, Cluster cluster, Operator operator, Depths depths) {
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
    assertThat(depths.ofThings()).isZero();
  }

  @Test
  void a_handler_that_ignores_its_interruption_costs_one_worker_until_it_ends(
      Cluster cluster, TestOperator process, Depths depths, MoodyHandlers handlers) {
    Operator operator = process.context().getBean(Operator.class);
    Things things = new Things(cluster);
    Thing deaf = Things.thing("deaf", 1);
    deaf.getSpec().colour = "deaf";
    things.create(deaf);
    cluster.await("it does not listen", () -> handlers.deaf.get() == 1);
    things.create("calm", 1);
    things.awaitStatus("calm", "obey", "at once");

    if (process.context().getBean(Time.class) instanceof VirtualTime clock) {
      clock.advance(Duration.ofSeconds(10));
    }
    cluster.await("it was told to end", () -> handlers.deaf.get() == 2);
    assertThat(operator.isHealthy()).isTrue();
    handlers.help.countDown();
    things.awaitSettled("deaf");
    things.create("next", 1);
    things.awaitStatus("next", "obey", "at once");

    assertThat(things.state("deaf").handlers().get("obey"))
        .returns("timed out after 10s", HandlerRecord::failure);
    assertThat(operator.isHealthy()).isTrue();
    cluster.await("it has nothing to do", operator::isIdle);
    assertThat(depths.ofThings()).isZero();
  }
}
