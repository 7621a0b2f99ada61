package io.jopf.test.scenarios.watched;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import java.util.Collections;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = DyeHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class WatchedTest {

  private static void palette(Cluster cluster, String dye) {
    cluster.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: palette-of-tom, labels: {for: tom}}
        data: {dye: %s}
        """
            .formatted(dye));
  }

  @Test
  void what_is_watched_wakes_those_that_the_mapper_names_and_nobody_else(
      Cluster cluster, DyeHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.create("jerry", 1);
    things.awaitStatus("tom", "dye", "none");
    things.awaitStatus("jerry", "dye", "none");
    things.create("spike", 1);
    things.awaitStatus("spike", "dye", "none");
    int runsForJerry = Collections.frequency(handlers.runs, "jerry");

    palette(cluster, "madder");
    things.awaitStatus("tom", "dye", "madder");
    palette(cluster, "woad");
    things.awaitStatus("tom", "dye", "woad");
    cluster.client().configMaps().withName("palette-of-tom").delete();
    things.awaitStatus("tom", "dye", "none");

    things.create("tyke", 1);
    things.awaitStatus("tyke", "dye", "none");
    assertThat(Collections.frequency(handlers.runs, "jerry")).isEqualTo(runsForJerry);
  }

  @Test
  void what_is_watched_is_known_before_the_first_handler_runs(
      Cluster cluster, DyeHandlers handlers) {
    Things things = new Things(cluster);
    cluster
        .client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("palette-of-tom")
                .addToLabels("for", "tom")
                .endMetadata()
                .addToData("dye", "weld")
                .build())
        .create();
    things.create("tom", 1);

    things.awaitStatus("tom", "dye", "weld");

    assertThat(handlers.runs).contains("tom");
  }
}
