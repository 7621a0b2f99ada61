package io.jopf.test.scenarios.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.cause.HandlerRecord;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = LiftHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class FinalFailureTest {

  private static final String GAVE_UP = "HandlerFailed: lift gave up: too heavy";

  @Test
  void when_the_attempts_are_used_up_users_are_told_and_only_a_change_runs_the_handler_again(
      Cluster cluster, TestOperator operator, LiftHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 11);
    cluster.await("users are told", () -> things.warnings("tom").contains(GAVE_UP));
    things.awaitSettled("tom");

    assertThat(handlers.lifted).containsExactly("tom: 11", "tom: 11");
    assertThat(things.state("tom").handlers().values())
        .singleElement()
        .returns("too heavy", HandlerRecord::failure);
    assertThat(things.warnings("tom")).containsExactly(GAVE_UP);

    operator.restart();
    LiftHandlers again = operator.context().getBean(LiftHandlers.class);
    things.create("jerry", 1);
    things.awaitSettled("jerry");
    assertThat(again.lifted).containsExactly("jerry: 1");

    things.resize("tom", 10);
    things.awaitSettled("tom");
    assertThat(again.lifted).containsExactly("jerry: 1", "tom: 10");
    assertThat(things.state("tom").handlers()).isEmpty();
  }

  @Test
  void a_permanent_error_is_one_attempt_and_the_other_handlers_run_all_the_same(
      Cluster cluster, LiftHandlers handlers) {
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 1);
    tom.getSpec().colour = "octarine";
    things.create(tom);
    things.awaitSettled("tom");

    assertThat(handlers.painted).containsExactly("tom: octarine");
    assertThat(handlers.lifted).containsExactly("tom: 1");
    assertThat(things.status("tom", "weigh")).isEqualTo("1 kg");
    cluster.await(
        "users are told",
        () -> things.warnings("tom").contains("HandlerFailed: paint gave up: no such paint"));

    things.edit("tom", thing -> thing.getSpec().colour = "red");
    things.awaitSettled("tom");
    assertThat(handlers.painted).containsExactly("tom: octarine", "tom: red");
  }

  @Test
  void an_ignored_error_counts_as_success(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 1);

    things.awaitSettled("tom");

    assertThat(things.state("tom").handlers()).isEmpty();
    assertThat(things.warnings("tom")).isEmpty();
  }
}
