package io.jopf.test.scenarios.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = PostcardHandlers.class,
    crds = Things.DEFINITION,
    properties = "jopf.workers=1")
class OptionalDeleteTest {

  @Test
  void an_optional_delete_handler_runs_once_when_an_object_has_gone_without_waiting(
      Cluster cluster, PostcardHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    things.resize("tom", 2);
    things.awaitSettled("tom");
    assertThat(things.get("tom").getMetadata().getFinalizers()).isEmpty();

    things.named("tom").delete();
    assertThat(cluster.get(Thing.class, "tom")).isNull();
    cluster.await("it is sent", () -> handlers.sent.contains("farewell tom of size 2"));
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(handlers.sent)
        .containsExactly("welcome tom", "farewell tom of size 2", "welcome jerry");
  }

  @Test
  void when_it_fails_it_is_told_and_not_tried_again(Cluster cluster, PostcardHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 11);
    things.awaitSettled("tom");

    things.named("tom").delete();
    cluster.await(
        "users are told",
        () ->
            things
                .warnings("tom")
                .contains("HandlerFailed: farewell gave up: no card is that big"));

    assertThat(handlers.sent).containsExactly("welcome tom", "farewell tom of size 11");
  }

  @Test
  void an_object_that_is_made_again_at_once_is_another_one(
      Cluster cluster, PostcardHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    things.create("novel", 1);
    cluster.await("it is being written", () -> handlers.sent.contains("welcome novel"));

    things.named("tom").delete();
    things.create("tom", 2);
    handlers.pen.countDown();
    things.awaitSettled("tom");

    assertThat(handlers.sent)
        .containsExactly("welcome tom", "welcome novel", "farewell tom of size 1", "welcome tom");
  }

  @Test
  void what_goes_while_no_operator_runs_goes_without_it(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    operator.stop();
    things.named("tom").delete();

    operator.start();
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(operator.context().getBean(PostcardHandlers.class).sent)
        .containsExactly("welcome jerry");
  }
}
