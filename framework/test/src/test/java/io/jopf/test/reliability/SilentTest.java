package io.jopf.test.reliability;

import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.Reconciler;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = SilentHandlers.class, crds = Things.DEFINITION)
class SilentTest {

  @Test
  void a_look_before_the_event_of_our_own_write_has_come_creates_nothing_twice(
      Cluster cluster, FaultProxy faults, SilentHandlers handlers, Reconciler reconciler) {
    faults.on(PATCH, "things").first(() -> faults.watches("things").halfOpen()).times(1);
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");

    int looks = handlers.looks.get();
    reconciler.reconcileAll(Thing.class);
    cluster.await("it has looked again", () -> handlers.looks.get() > looks);
    reconciler.reconcileAll(Thing.class);
    cluster.await("and once more", () -> handlers.looks.get() > looks + 1);

    assertThat(handlers.created).containsExactly("tom");
  }

  @Test
  void who_has_nothing_to_say_writes_nothing_into_the_status(
      Cluster cluster, FaultProxy faults, SilentHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(handlers.created).containsExactly("tom", "jerry");
    assertThat(faults.writes())
        .extracting(write -> write.request().resource())
        .containsExactly("things", "things");
    assertThat(things.get("tom").getStatus()).isNull();
  }
}
