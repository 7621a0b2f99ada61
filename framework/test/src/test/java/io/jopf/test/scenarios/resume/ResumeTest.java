package io.jopf.test.scenarios.resume;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Things;
import io.jopf.test.simulated.SimulatedCluster;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = AppearHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class ResumeTest {

  @Test
  void an_object_that_appears_is_created_and_not_resumed(Cluster cluster, AppearHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    things.resize("tom", 2);
    things.awaitSettled("tom");

    assertThat(handlers.appeared).containsExactly("tom: CREATE");
    assertThat(handlers.greetedAgain).isEmpty();
  }

  @Test
  void every_process_resumes_once_what_was_handled_before_it(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");

    for (int process = 2; process <= 3; process++) {
      operator.restart();
      AppearHandlers handlers = operator.context().getBean(AppearHandlers.class);
      cluster.await("tom is resumed", () -> handlers.greetedAgain.contains("tom"));
      things.resize("tom", process);
      things.awaitSettled("tom");

      assertThat(handlers.appeared).containsExactly("tom: RESUME");
      assertThat(handlers.greetedAgain).containsExactly("tom");
    }
  }

  @Test
  void an_object_made_while_no_operator_ran_is_created_and_not_resumed(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    operator.stop();
    things.create("tom", 1);

    operator.start();
    things.awaitSettled("tom");

    AppearHandlers handlers = operator.context().getBean(AppearHandlers.class);
    assertThat(handlers.appeared).containsExactly("tom: CREATE");
    assertThat(handlers.greetedAgain).isEmpty();
  }

  @Test
  void a_watch_that_starts_anew_resumes_nothing(SimulatedCluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    operator.restart();
    AppearHandlers handlers = operator.context().getBean(AppearHandlers.class);
    cluster.await("tom is resumed", () -> handlers.greetedAgain.contains("tom"));

    cluster.expireWatches();
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(handlers.appeared).containsExactly("tom: RESUME", "jerry: CREATE");
  }
}
