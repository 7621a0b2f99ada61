package io.jopf.test.scenarios.children;

import static io.jopf.test.faults.Verb.GET;
import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = DrawerHandlers.class, crds = Things.DEFINITION)
class SelectedTest {

  private static ConfigMap drawer(Cluster cluster) {
    return cluster.client().configMaps().withName("tom").require();
  }

  @Test
  void a_child_that_the_label_would_show_costs_one_request(Cluster cluster, FaultProxy faults) {
    Things things = new Things(cluster);

    things.create("tom", 1);
    things.awaitStatus("tom", "size", 1);

    assertThat(faults.exchanges(GET, "configmaps")).isEmpty();
    assertThat(faults.exchanges(PATCH, "configmaps")).hasSize(1);
  }

  @Test
  void what_has_the_name_without_the_label_is_not_adopted(Cluster cluster) {
    cluster
        .client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("tom")
                .endMetadata()
                .withData(Map.of("note", "not yours"))
                .build())
        .create();
    Things things = new Things(cluster);

    things.create("tom", 1);
    cluster.await("users are told", () -> !things.warnings("tom").isEmpty());

    assertThat(things.warnings("tom")).singleElement().asString().startsWith("ForeignObject");
    assertThat(drawer(cluster).getData()).containsExactlyEntriesOf(Map.of("note", "not yours"));
    assertThat(drawer(cluster).getMetadata().getOwnerReferences()).isEmpty();
  }

  @Test
  void a_child_that_has_lost_its_label_gets_it_back(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "size", 1);
    String uid = drawer(cluster).getMetadata().getUid();
    cluster
        .client()
        .configMaps()
        .withName("tom")
        .edit(
            config -> {
              config.getMetadata().getLabels().remove(DrawerHandlers.LABEL);
              return config;
            });

    things.resize("tom", 2);

    cluster.await(
        "it is shown and up to date again",
        () ->
            "yes".equals(drawer(cluster).getMetadata().getLabels().get(DrawerHandlers.LABEL))
                && "2".equals(drawer(cluster).getData().get("size")));
    assertThat(drawer(cluster).getMetadata().getUid()).isEqualTo(uid);
    assertThat(things.warnings("tom")).isEmpty();
  }
}
