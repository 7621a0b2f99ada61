package io.jopf.test.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = LandlordHandlers.class, crds = Things.DEFINITION)
class RecreatedTest {

  @Test
  void retries_of_an_object_that_went_unseen_are_not_those_of_its_namesake(
      Cluster cluster, FaultProxy faults, LandlordHandlers handlers) {
    Things things = new Things(cluster);
    handlers.full = true;
    things.create("tom", 1);
    cluster.await("it waits", () -> things.isRetrying("tom", "moveIn"));
    faults.down();
    handlers.full = false;
    things.edit("tom", thing -> thing.getMetadata().setFinalizers(List.of()));
    things.named("tom").delete();
    cluster.awaitGone(Thing.class, "tom");
    things.create("tom", 2);

    faults.up();
    things.awaitStatus("tom", "moveIn", "in");

    // one attempt for the old one may have begun before anybody could know
    assertThat(handlers.log).hasSizeLessThanOrEqualTo(3).endsWith("create tom at attempt 0");
  }
}
