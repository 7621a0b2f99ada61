package io.jopf.test.scenarios.watchevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = LogHandlers.class, crds = Things.DEFINITION)
class EventTest {

  @Test
  void every_change_is_told_before_the_other_handlers_run(Cluster cluster, LogHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    assertThat(handlers.log).startsWith("ADDED tom", "create tom");

    cluster.await("our own write is told", () -> handlers.log.contains("MODIFIED tom"));
    things
        .raw("tom")
        .editStatus(
            tom -> {
              tom.setAdditionalProperty("status", Map.of("note", "hello"));
              return tom;
            });
    cluster.await(
        "a change of the status is told",
        () -> handlers.log.stream().filter("MODIFIED tom"::equals).count() == 2);

    things.named("tom").delete();
    cluster.await("the end is told", () -> handlers.log.contains("DELETED tom"));
    assertThat(handlers.log)
        .containsExactly("ADDED tom", "create tom", "MODIFIED tom", "MODIFIED tom", "DELETED tom");
  }

  @Test
  void what_is_there_at_the_start_is_told_once_as_such(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");

    operator.restart();
    LogHandlers next = operator.context().getBean(LogHandlers.class);
    things.create("jerry", 1);
    things.awaitSettled("jerry");
    cluster.await("all is told", () -> next.log.contains("MODIFIED jerry"));

    assertThat(next.log)
        .contains("initially ADDED tom", "ADDED jerry", "create jerry")
        .containsOnlyOnce("initially ADDED tom")
        .doesNotContain("ADDED tom", "MODIFIED tom", "create tom");
  }

  @Test
  void a_handler_that_fails_is_not_called_again_and_hinders_nobody(
      Cluster cluster, LogHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 13);
    things.awaitSettled("tom");

    assertThat(handlers.log).startsWith("ADDED tom", "create tom").containsOnlyOnce("ADDED tom");
    assertThat(things.warnings("tom")).isEmpty();
  }

  @Test
  void what_it_returns_is_written(Cluster cluster) {
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 7);
    tom.getMetadata().setLabels(Map.of("answer", "yes"));
    things.create(tom);

    things.awaitStatus("tom", "answer", "a thing of size 7");
  }
}
