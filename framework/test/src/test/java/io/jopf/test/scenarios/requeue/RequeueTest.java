package io.jopf.test.scenarios.requeue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.VirtualTime;
import io.jopf.test.scenarios.Things;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = ShelfLifeHandlers.class,
    crds = Things.DEFINITION,
    properties = "jopf.workers=1")
class RequeueTest {

  @Test
  void a_handler_that_asks_for_it_looks_again_without_an_event(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("milk", 3);

    things.awaitStatus("milk", "smell", "good");
    things.awaitStatus("milk", "smell", "bad");
  }

  @Test
  void a_year_of_waiting_passes_in_no_time(
      Cluster cluster, VirtualTime time, TestOperator operator) {
    Instant start = time.now();
    Duration year = Duration.ofDays(365);
    Things things = new Things(cluster);
    things.create("cheese", (int) year.toSeconds());
    things.awaitStatus("cheese", "smell", "good");

    time.advance(year.minusMinutes(1));
    cluster.await("the operator has nothing to do", operator::isIdle);
    assertThat(things.status("cheese", "smell")).isEqualTo("good");

    things.awaitStatus("cheese", "smell", "bad");
    // waiting for the first smell may have let some seconds pass
    assertThat(time.now()).isBetween(start.plus(year), start.plus(year).plusSeconds(30));
  }

  @Test
  void without_an_event_or_a_wish_nothing_is_looked_at(
      Cluster cluster, VirtualTime time, TestOperator operator, ShelfLifeHandlers handlers) {
    Things things = new Things(cluster);
    things.create("fish", 0);
    things.awaitStatus("fish", "smell", "bad");
    things.create("egg", 0);
    things.awaitStatus("egg", "smell", "bad");
    int looks = Collections.frequency(handlers.smelled, "fish");

    time.advance(Duration.ofDays(1));
    cluster.await("the operator has nothing to do", operator::isIdle);

    assertThat(Collections.frequency(handlers.smelled, "fish")).isEqualTo(looks);
  }

  @Test
  void who_wants_another_look_at_once_gets_one_whatever_else_waits(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    List<String> names = List.of("onion", "leek", "garlic");
    operator.stop();
    names.forEach(name -> things.create(name, ShelfLifeHandlers.SLICED));
    operator.start();
    names.forEach(name -> things.awaitStatus(name, "smell", "sharp"));

    List<String> smelled = operator.context().getBean(ShelfLifeHandlers.class).smelled;
    assertThat(smelled).hasSize(6).containsAll(names);
  }
}
