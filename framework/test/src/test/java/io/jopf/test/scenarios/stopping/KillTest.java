package io.jopf.test.scenarios.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = KilnHandlers.class, crds = Things.DEFINITION)
class KillTest {

  @Test
  void after_a_kill_the_handler_that_ran_runs_again_and_those_that_were_done_do_not(
      Cluster cluster, TestOperator operator, KilnHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("tom is in the kiln", () -> handlers.fired.contains("tom"));

    operator.kill();
    assertThat(things.status("tom", "fire")).isNull();
    operator.start();
    KilnHandlers next = operator.context().getBean(KilnHandlers.class);
    next.door.countDown();
    things.awaitSettled("tom");

    assertThat(next.fired).containsExactly("tom");
    assertThat(next.shaped).isEmpty();
    assertThat(things.status("tom", "fire")).isEqualTo("hard after 1");
  }
}
