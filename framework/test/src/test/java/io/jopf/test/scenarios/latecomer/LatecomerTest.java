package io.jopf.test.scenarios.latecomer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = BuildHandlers.class, crds = Things.DEFINITION)
class LatecomerTest {

  @Test
  void a_change_reaches_the_handler_that_is_done_and_the_one_that_still_tries(
      Cluster cluster, BuildHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    handlers.stonesAreThere = false;
    things.resize("tom", 2);
    cluster.await("building is tried", () -> things.isRetrying("tom", "build"));

    things.resize("tom", 3);
    cluster.await("it is announced", () -> handlers.announced.contains(3));
    handlers.stonesAreThere = true;
    things.awaitSettled("tom");

    assertThat(handlers.announced).containsExactly(1, 2, 3);
    assertThat(handlers.built).containsExactly(1, 3);
    assertThat(things.state("tom").handlers()).isEmpty();
  }

  @Test
  void a_change_during_the_creation_is_an_update_for_the_handler_that_was_done(
      Cluster cluster, BuildHandlers handlers) {
    Things things = new Things(cluster);
    handlers.stonesAreThere = false;
    things.create("tom", 1);
    cluster.await("building is tried", () -> things.isRetrying("tom", "build"));

    things.resize("tom", 2);
    handlers.stonesAreThere = true;
    things.awaitSettled("tom");

    assertThat(handlers.announced).containsExactly(1, 2);
    assertThat(handlers.built).endsWith(2).doesNotHaveDuplicates();
  }
}
