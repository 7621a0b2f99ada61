package io.jopf.test.scenarios.children;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Things;
import io.jopf.test.simulated.SimulatedCluster;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = TrayHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class CauseTest {

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private static Things tray(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 2);
    things.awaitStatus("tom", "size", 2);
    return things;
  }

  // a real controller annotates the Deployment as well
  @Test
  void what_nobody_has_touched_is_not_even_made_again(
      SimulatedCluster cluster, TrayHandlers handlers) {
    Things things = tray(cluster);
    // which the Deployment's controller has written into its status
    things.awaitStatus("tom", "served", 1);

    assertThat(handlers.made).hasValue(1);
    assertThat(cluster.get(ConfigMap.class, "tom-1")).isNotNull();
  }

  @Test
  void what_others_have_changed_or_taken_away_is_brought_back(Cluster cluster) {
    tray(cluster);

    cluster
        .client()
        .configMaps()
        .withName("tom-0")
        .edit(cup -> new ConfigMapBuilder(cup).withData(Map.of()).build());
    cluster.await(
        "repaired",
        () ->
            "0"
                .equals(
                    cluster
                        .client()
                        .configMaps()
                        .withName("tom-0")
                        .require()
                        .getData()
                        .get("number")));
    cluster
        .client()
        .resources(Deployment.class)
        .withName("tom")
        .patch(MERGE, "{\"metadata\": {\"labels\": {\"tray\": null}}}");
    cluster.await(
        "labelled",
        () ->
            "tom"
                .equals(
                    cluster
                        .client()
                        .resources(Deployment.class)
                        .withName("tom")
                        .require()
                        .getMetadata()
                        .getLabels()
                        .get("tray")));
    cluster.client().configMaps().withName("tom-1").delete();
    cluster.await("there again", () -> cluster.get(ConfigMap.class, "tom-1") != null);
  }

  @Test
  void another_cause_makes_others_and_prunes_what_does_not_follow_from_it(
      Cluster cluster, TestOperator operator) {
    Things things = tray(cluster);

    things.resize("tom", 1);
    cluster.await("one less", () -> cluster.get(ConfigMap.class, "tom-1") == null);
    operator.restart();
    things.resize("tom", 3);
    things.awaitStatus("tom", "size", 3);

    assertThat(cluster.get(ConfigMap.class, "tom-2")).isNotNull();
  }
}
