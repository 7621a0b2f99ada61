package io.jopf.test.reliability;

import static io.jopf.test.faults.Verb.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Hold;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = NurseHandlers.class, crds = Things.DEFINITION)
class RecreatedWithTasksTest {

  @Test
  void daemon_and_memo_of_an_object_that_went_unseen_are_not_those_of_its_namesake(
      Cluster cluster, FaultProxy faults, NurseHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "visit", 1);
    cluster.await("it is sat beside", () -> handlers.log.size() == 1);
    Hold watch = faults.on(WATCH, "things").hold();
    faults.watches("things").closeAll();
    things.edit("tom", thing -> thing.getMetadata().setFinalizers(List.of()));
    things.named("tom").delete();
    cluster.awaitGone(Thing.class, "tom");
    things.create("tom", 2);

    cluster.await("the operator comes back", watch::isReached);
    watch.release();
    things.awaitStatus("tom", "visit", 1);
    cluster.await("its daemon has begun", () -> handlers.log.size() == 3);

    assertThat(handlers.log)
        .startsWith("sits beside 1")
        .containsExactlyInAnyOrder("sits beside 1", "leaves 1", "sits beside 2");
  }
}
