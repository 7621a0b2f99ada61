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
    handlers = ForgeHandlers.class,
    crds = Things.DEFINITION,
    properties = {"jopf.workers=1", "jopf.grace=1m"})
class CleanUpTest {

  @Test
  void cleaning_up_is_last_and_everything_can_be_used_until_then(
      Cluster cluster, TestOperator operator, Operator running, Bellows bellows) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("it is in the forge", () -> bellows.log.contains("forging tom"));

    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(operator::stop, task -> new Thread(task, "stop").start());
    cluster.await("it stops", () -> !running.isWorking());
    bellows.door.countDown();
    stopped.join();

    assertThat(bellows.log).containsExactly("lit", "forging tom", "forged", "swept", "put away");
    assertThat(things.status("tom", "forge")).isEqualTo("done");
  }
}
