package io.jopf.test.scenarios.children;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.jopf.Reconciler;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = ShelfHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class PruneTest {

  private static Things shelf(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 3);
    things.awaitStatus("tom", "boxes", 3);
    things.awaitSettled("tom");
    return things;
  }

  private static Set<String> boxes(Cluster cluster) {
    Set<String> names = new TreeSet<>();
    for (ConfigMap box : cluster.list(ConfigMap.class)) {
      names.add(box.getMetadata().getName());
    }
    names.remove("kube-root-ca.crt");
    return names;
  }

  @Test
  void children_that_are_not_applied_any_more_go_and_those_of_others_stay(Cluster cluster) {
    Things things = shelf(cluster);
    cluster
        .client()
        .resource(new ConfigMapBuilder().withNewMetadata().withName("tom-9").endMetadata().build())
        .create();

    things.resize("tom", 1);
    things.awaitStatus("tom", "boxes", 1);

    cluster.await(
        "two boxes are gone", () -> boxes(cluster).equals(Set.of("tom-0", "tom-label", "tom-9")));
  }

  @Test
  void a_restarted_operator_knows_what_it_has_applied(Cluster cluster, TestOperator operator) {
    Things things = shelf(cluster);
    operator.stop();
    things.resize("tom", 1);
    operator.start();
    things.awaitStatus("tom", "boxes", 1);

    cluster.await("two boxes are gone", () -> boxes(cluster).equals(Set.of("tom-0", "tom-label")));
  }

  @Test
  void a_handler_that_fails_takes_nothing_away(Cluster cluster, ShelfHandlers handlers) {
    Things things = shelf(cluster);

    things.edit(
        "tom",
        thing -> {
          thing.getSpec().size = 1;
          thing.getSpec().colour = "broken";
        });
    cluster.await("users are told", () -> !things.warnings("tom").isEmpty());
    things.create("jerry", 0);
    things.awaitStatus("jerry", "boxes", 0);

    assertThat(boxes(cluster)).contains("tom-0", "tom-1", "tom-2");
    assertThat(handlers.runs.get()).isPositive();
  }

  @Test
  void what_the_server_stores_in_other_words_is_not_written_again(
      Cluster cluster, Reconciler reconciler) {
    Things things = shelf(cluster);
    Object versions = things.status("tom", "versions");
    List<String> before = versions(cluster);

    things.edit("tom", thing -> thing.getSpec().colour = "green");
    things.awaitStatus("tom", "colour", "green");
    reconciler.reconcileAll(Thing.class);
    things.create("jerry", 0);
    things.awaitStatus("jerry", "boxes", 0);

    assertThat(versions(cluster)).isEqualTo(before);
    assertThat(things.status("tom", "versions")).isEqualTo(versions);
  }

  private static List<String> versions(Cluster cluster) {
    return List.of(
        cluster
            .client()
            .resources(Secret.class)
            .withName("tom-key")
            .require()
            .getMetadata()
            .getResourceVersion(),
        cluster
            .client()
            .resources(Service.class)
            .withName("tom")
            .require()
            .getMetadata()
            .getResourceVersion());
  }
}
