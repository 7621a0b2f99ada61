package io.jopf.test.scenarios.children;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = ChestHandlers.class, crds = Things.DEFINITION)
class OmittedTest {

  @Test
  void fields_that_are_not_kept_are_not_seen_but_written_and_repaired(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "size", 1);
    assertThat(contents(cluster)).isEqualTo(Map.of("size", "1", "contents", "gold"));

    cluster
        .client()
        .configMaps()
        .withName("tom")
        .edit(chest -> new ConfigMapBuilder(chest).addToData("contents", "lead").build());
    cluster.await("it is repaired", () -> "gold".equals(contents(cluster).get("contents")));

    things.resize("tom", 2);
    things.awaitStatus("tom", "size", 2);
    assertThat(contents(cluster)).isEqualTo(Map.of("size", "2", "contents", "gold"));
    things.awaitStatus("tom", "seen", "size");
  }

  private static Map<String, String> contents(Cluster cluster) {
    return cluster.client().resources(ConfigMap.class).withName("tom").require().getData();
  }
}
