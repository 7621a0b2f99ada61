package io.jopf.test.scenarios.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Things;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = KilnHandlers.class,
    crds = Things.DEFINITION,
    properties = {"jopf.workers=1", "jopf.grace=1m"})
class StopTest {

  @Test
  void a_stopping_operator_lets_the_handler_end_stores_it_and_begins_nothing(
      Cluster cluster, TestOperator operator, KilnHandlers handlers, Operator running) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("tom is in the kiln", () -> handlers.fired.contains("tom"));

    // a thread of its own: the client's callbacks need the common pool, which may have only one
    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(operator::stop, task -> new Thread(task, "stop").start());
    cluster.await("it stops", () -> !running.isWorking());
    things.create("jerry", 1);
    handlers.door.countDown();
    stopped.join();

    assertThat(things.status("tom", "fire")).isEqualTo("hard after 1");
    things.awaitSettled("tom");
    assertThat(handlers.shaped).containsExactly("tom");

    operator.start();
    KilnHandlers next = operator.context().getBean(KilnHandlers.class);
    next.door.countDown();
    things.awaitSettled("jerry");
    assertThat(next.shaped).containsExactly("jerry");
    assertThat(next.fired).containsExactly("jerry");
  }
}
