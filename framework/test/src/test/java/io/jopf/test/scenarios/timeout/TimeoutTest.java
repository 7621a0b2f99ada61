package io.jopf.test.scenarios.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.Cancellation;
import io.jopf.cause.HandlerRecord;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.VirtualTime;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import io.jopf.time.Time;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = BakeHandlers.class,
    crds = Things.DEFINITION,
    properties = {"jopf.workers=1"})
class TimeoutTest {

  @Test
  void a_handler_whose_time_is_up_is_interrupted_and_its_worker_serves_the_next_object(
      Cluster cluster, TestOperator operator, BakeHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", BakeHandlers.FOREVER);
    cluster.await("tom is in the oven", () -> handlers.baking.contains("tom"));
    things.create("jerry", 1);

    passes(operator, Duration.ofSeconds(2));
    things.awaitSettled("tom");
    things.awaitStatus("jerry", "bake", "baked");

    assertThat(handlers.interrupted).containsExactly("tom");
    assertThat(handlers.baking).containsExactly("tom", "jerry");
    assertThat(things.status("tom", "bake")).isNull();
    assertThat(things.state("tom").handlers().get("bake"))
        .returns("timed out after 2s", HandlerRecord::failure);
    cluster.await(
        "users are told",
        () -> things.warnings("tom").contains("HandlerFailed: bake gave up: timed out after 2s"));
  }

  @Test
  void a_handler_that_asks_for_its_cancellation_does_not_hold_a_deletion_up(
      Cluster cluster, BakeHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    things.edit("tom", thing -> thing.getSpec().colour = "white");
    cluster.await("tom is being iced", () -> !handlers.cancellations.isEmpty());

    things.named("tom").delete();
    cluster.awaitGone(Thing.class, "tom");

    assertThat(handlers.cancellations)
        .singleElement()
        .satisfies(one -> assertThat(one.cause()).contains(Cancellation.Cause.OBJECT_DELETED));
  }

  /** On a real cluster time passes by itself; a virtual clock stands while a handler runs. */
  private static void passes(TestOperator operator, Duration duration) {
    if (operator.context().getBean(Time.class) instanceof VirtualTime clock) {
      clock.advance(duration);
    }
  }
}
