package io.jopf.test.scenarios.creation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = WelcomeHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class CreationTest {

  @Test
  void a_create_handler_runs_once_and_its_result_is_in_the_status(
      Cluster cluster, WelcomeHandlers handlers) {
    Things things = new Things(cluster);
    cluster.apply(
        """
        apiVersion: scenarios.jopf.io/v1
        kind: Thing
        metadata: {name: tom}
        spec: {size: 1}
        """);

    things.awaitStatus("tom", "welcome", "hello tom");
    things.awaitSettled("tom");

    assertThat(handlers.welcomed).containsExactly("tom");
  }

  @Test
  void at_rest_the_state_is_one_essence_and_no_record_of_any_handler(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 1);

    things.awaitSettled("tom");

    assertThat(things.state("tom").essences()).hasSize(1);
    assertThat(things.state("tom").handlers()).isEmpty();
    assertThat(things.state("tom").origin()).isNull();
  }

  @Test
  void a_restarted_operator_runs_nothing_again_and_writes_nothing(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    String version = things.version("tom");

    operator.restart();
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(operator.context().getBean(WelcomeHandlers.class).welcomed).containsExactly("jerry");
    assertThat(things.version("tom")).isEqualTo(version);
  }

  @Test
  void an_object_that_was_made_again_under_its_name_is_a_new_one(
      Cluster cluster, WelcomeHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    things.named("tom").delete();
    cluster.awaitGone(Thing.class, "tom");

    things.create("tom", 1);
    things.awaitSettled("tom");

    assertThat(handlers.welcomed).containsExactly("tom", "tom");
  }

  @Test
  void an_object_made_while_no_operator_ran_is_created_when_one_does(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    operator.stop();
    things.create("tom", 1);
    things.resize("tom", 2);

    operator.start();
    things.awaitSettled("tom");

    assertThat(operator.context().getBean(WelcomeHandlers.class).welcomed).containsExactly("tom");
  }
}
