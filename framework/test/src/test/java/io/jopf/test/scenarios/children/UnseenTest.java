package io.jopf.test.scenarios.children;

import static io.jopf.test.faults.Verb.GET;
import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.Fault;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = BoxHandlers.class, crds = Things.DEFINITION)
class UnseenTest {

  private static void make(Cluster cluster, Map<String, String> data, OwnerReference... owners) {
    cluster
        .client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("tom")
                .withOwnerReferences(owners)
                .endMetadata()
                .withData(data)
                .build())
        .create();
  }

  private static OwnerReference owner(Thing thing) {
    return new OwnerReferenceBuilder()
        .withApiVersion(thing.getApiVersion())
        .withKind(thing.getKind())
        .withName(thing.getMetadata().getName())
        .withUid(thing.getMetadata().getUid())
        .withController(true)
        .build();
  }

  private static void assertForeign(Cluster cluster) {
    ConfigMap box = cluster.client().configMaps().withName("tom").require();
    assertThat(box.getData()).containsExactlyEntriesOf(Map.of("note", "not yours"));
    assertThat(box.getMetadata().getOwnerReferences()).isEmpty();
    assertThat(box.getMetadata().getAnnotations()).isNullOrEmpty();
  }

  @Test
  void a_child_of_which_the_watch_shows_nothing_costs_one_request(
      Cluster cluster, FaultProxy faults) {
    Things things = new Things(cluster);

    things.create("tom", 1);
    things.awaitStatus("tom", "boxes", 1);

    assertThat(faults.exchanges(GET, "configmaps")).isEmpty();
    assertThat(faults.exchanges(PATCH, "configmaps")).hasSize(1);
  }

  @Test
  void what_somebody_makes_at_the_same_moment_is_not_adopted(Cluster cluster, FaultProxy faults) {
    Map<String, String> theirs = Map.of("note", "not yours");
    Fault race =
        faults.on(PATCH, "configmaps").named("tom").first(() -> make(cluster, theirs)).times(1);
    Things things = new Things(cluster);

    things.create("tom", 1);
    cluster.await("users are told", () -> !things.warnings("tom").isEmpty());

    assertThat(race.count()).isEqualTo(1);
    assertThat(things.warnings("tom")).singleElement().asString().startsWith("ForeignObject");
    assertForeign(cluster);
  }

  @Test
  void what_somebody_puts_in_the_place_of_a_child_is_not_adopted(
      Cluster cluster, FaultProxy faults) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "boxes", 1);
    Fault race =
        faults
            .on(PATCH, "configmaps")
            .named("tom")
            .first(
                () -> {
                  cluster.client().configMaps().withName("tom").delete();
                  make(cluster, Map.of("note", "not yours"));
                })
            .times(1);

    things.resize("tom", 2);
    cluster.await("users are told", () -> !things.warnings("tom").isEmpty());

    assertThat(race.count()).isEqualTo(1);
    assertForeign(cluster);
  }

  @Test
  void a_child_that_an_earlier_leader_has_just_made_is_brought_up_to_date(
      Cluster cluster, FaultProxy faults) {
    Things things = new Things(cluster);
    faults
        .on(PATCH, "configmaps")
        .named("tom")
        .first(() -> make(cluster, Map.of("size", "0"), owner(things.get("tom"))))
        .times(1);

    things.create("tom", 1);
    things.awaitStatus("tom", "boxes", 1);

    cluster.await(
        "it is up to date",
        () ->
            "1"
                .equals(
                    cluster.client().configMaps().withName("tom").require().getData().get("size")));
    assertThat(things.warnings("tom")).isEmpty();
  }
}
