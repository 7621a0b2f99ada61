package io.jopf.test.scenarios.children;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = BoxHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class QuietTest {

  private static final class Seen implements Watcher<Thing> {
    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void eventReceived(Action action, Thing thing) {
      events.add(action + " " + thing.getMetadata().getName());
    }

    @Override
    public void onClose(@Nullable WatcherException cause) {}
  }

  private static String boxVersion(Cluster cluster) {
    return cluster
        .client()
        .configMaps()
        .withName("tom")
        .require()
        .getMetadata()
        .getResourceVersion();
  }

  private static int runsForTom(BoxHandlers handlers) {
    return Collections.frequency(handlers.runs, "tom");
  }

  @Test
  void the_status_is_written_once_and_does_not_keep_the_operator_busy(
      Cluster cluster, BoxHandlers handlers) {
    Things things = new Things(cluster);
    Seen seen = new Seen();
    try (Watch watch = cluster.client().resources(Thing.class).watch(seen)) {
      things.create("tom", 1);
      things.awaitStatus("tom", "boxes", 1);
      things.create("jerry", 1);
      things.awaitStatus("jerry", "boxes", 1);
      cluster.await("all is seen", () -> seen.events.contains("MODIFIED jerry"));
      assertThat(watch).isNotNull();
    }
    assertThat(seen.events)
        .containsOnlyOnce("ADDED tom", "MODIFIED tom", "ADDED jerry", "MODIFIED jerry");
    // one look for the object, and one more at most for each of the two writes
    assertThat(runsForTom(handlers)).isBetween(1, 3);
  }

  @Test
  void when_nothing_differs_nothing_is_written(Cluster cluster, BoxHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "boxes", 1);
    String version = things.version("tom");

    int runs = runsForTom(handlers);
    cluster
        .client()
        .configMaps()
        .withName("tom")
        .edit(
            box ->
                new ConfigMapBuilder(box)
                    .editMetadata()
                    .addToLabels("seen", "yes")
                    .endMetadata()
                    .build());
    String boxVersion = boxVersion(cluster);
    cluster.await("it has looked again", () -> runsForTom(handlers) > runs);
    things.create("jerry", 1);
    things.awaitStatus("jerry", "boxes", 1);

    assertThat(boxVersion(cluster)).isEqualTo(boxVersion);
    assertThat(things.version("tom")).isEqualTo(version);
  }

  @Test
  void a_restarted_operator_looks_at_everything_and_writes_nothing(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "boxes", 1);
    String version = things.version("tom");
    String boxVersion = boxVersion(cluster);

    operator.restart();
    BoxHandlers handlers = operator.context().getBean(BoxHandlers.class);
    things.create("jerry", 1);
    things.awaitStatus("jerry", "boxes", 1);

    assertThat(handlers.runs).contains("tom");
    assertThat(things.version("tom")).isEqualTo(version);
    assertThat(boxVersion(cluster)).isEqualTo(boxVersion);
    assertThat(cluster.list(ConfigMap.class))
        .extracting(box -> box.getMetadata().getName())
        .contains("tom", "jerry");
  }
}
