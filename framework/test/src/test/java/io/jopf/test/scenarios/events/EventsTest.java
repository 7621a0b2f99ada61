package io.jopf.test.scenarios.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = CrierHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class EventsTest {

  private static List<Event> events(Cluster cluster) {
    return cluster.client().events().v1().events().list().getItems();
  }

  @Test
  void what_happens_again_and_again_is_one_event_with_a_series(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 30);
    things.awaitStatus("tom", "cried", 30);
    operator.stop();

    assertThat(events(cluster))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getNote()).isEqualTo("oyez");
              assertThat(event.getAction()).isEqualTo("cry");
              assertThat(event.getReportingController()).isEqualTo("jopf.io/test-operator");
              assertThat(event.getRegarding().getUid())
                  .isEqualTo(things.get("tom").getMetadata().getUid());
              // the object is looked at again for its own status, at most
              assertThat(event.getSeries().getCount()).isGreaterThanOrEqualTo(30);
              assertThat(event.getSeries().getLastObservedTime()).isNotNull();
            });
  }

  @Test
  void many_different_notes_on_one_topic_are_told_together(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 30);
    tom.getSpec().colour = "red";
    things.create(tom);
    things.awaitStatus("tom", "cried", 30);
    operator.stop();

    assertThat(events(cluster)).hasSize(11);
    assertThat(events(cluster))
        .filteredOn(event -> event.getNote().startsWith("(combined from similar events): "))
        .singleElement()
        .satisfies(event -> assertThat(event.getSeries().getCount()).isGreaterThanOrEqualTo(20));
  }
}
