package io.jopf.test.scenarios.children;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.jopf.Children;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = BoxHandlers.class, crds = Things.DEFINITION)
class ChildrenTest {

  private static Things withTom(Cluster cluster) {
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 1);
    tom.getSpec().colour = "red";
    things.create(tom);
    things.awaitStatus("tom", "boxes", 1);
    return things;
  }

  private static Map<String, String> contents(Cluster cluster) {
    ConfigMap box = cluster.get(ConfigMap.class, "tom");
    return box == null || box.getData() == null ? Map.of() : box.getData();
  }

  private static void put(Cluster cluster, String key, String value) {
    cluster
        .client()
        .configMaps()
        .withName("tom")
        .edit(box -> new ConfigMapBuilder(box).addToData(key, value).build());
  }

  @Test
  void a_child_is_made_and_controlled_by_its_parent(Cluster cluster) {
    Things things = withTom(cluster);

    ConfigMap box = cluster.client().configMaps().withName("tom").require();
    assertThat(box.getData()).containsOnly(entry("size", "1"), entry("colour", "red"));
    assertThat(box.getMetadata().getOwnerReferences())
        .singleElement()
        .returns("Thing", OwnerReference::getKind)
        .returns(things.get("tom").getMetadata().getUid(), OwnerReference::getUid)
        .returns(true, OwnerReference::getController);
  }

  @Test
  void a_child_that_somebody_changed_is_repaired(Cluster cluster, BoxHandlers handlers) {
    withTom(cluster);
    assertThat(handlers.written.get(0)).isEqualTo(new Children.Written(1, 0));

    put(cluster, "size", "1000");

    cluster.await("it is repaired", () -> "1".equals(contents(cluster).get("size")));
    cluster.await("that was told", () -> handlers.written.contains(new Children.Written(0, 1)));
  }

  @Test
  void a_child_that_somebody_deleted_is_made_again(Cluster cluster) {
    withTom(cluster);
    String uid = cluster.client().configMaps().withName("tom").require().getMetadata().getUid();

    cluster.client().configMaps().withName("tom").delete();

    cluster.await("there is another", () -> contents(cluster).containsKey("size"));
    assertThat(cluster.client().configMaps().withName("tom").require().getMetadata().getUid())
        .isNotEqualTo(uid);
  }

  @Test
  void a_field_that_is_no_longer_asked_for_goes(Cluster cluster) {
    Things things = withTom(cluster);

    things.edit("tom", thing -> thing.getSpec().colour = null);

    cluster.await("it is gone", () -> !contents(cluster).containsKey("colour"));
    assertThat(contents(cluster)).containsOnly(entry("size", "1"));
  }

  @Test
  void a_field_of_somebody_else_survives(Cluster cluster) {
    Things things = withTom(cluster);
    put(cluster, "note", "fragile");

    things.resize("tom", 2);

    cluster.await("it is written", () -> "2".equals(contents(cluster).get("size")));
    assertThat(contents(cluster)).containsEntry("note", "fragile");
  }

  @Test
  void an_object_of_somebody_else_is_never_touched_and_users_are_told(Cluster cluster) {
    ConfigMap foreign =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("tom")
            .endMetadata()
            .addToData("size", "of somebody else")
            .build();
    String version = cluster.client().resource(foreign).create().getMetadata().getResourceVersion();
    Things things = new Things(cluster);

    things.create("tom", 1);
    cluster.await("users are told", () -> !things.warnings("tom").isEmpty());
    things.resize("tom", 2);
    things.create("jerry", 1);
    things.awaitStatus("jerry", "boxes", 1);

    assertThat(things.warnings("tom"))
        .singleElement()
        .asString()
        .startsWith("ForeignObject: box gave up: ConfigMap")
        .contains("belongs to somebody else");
    ConfigMap box = cluster.client().configMaps().withName("tom").require();
    assertThat(box.getMetadata().getResourceVersion()).isEqualTo(version);
  }

  @Test
  void a_deleted_parent_leaves_nothing(Cluster cluster) {
    Things things = withTom(cluster);
    assertThat(things.get("tom").getMetadata().getFinalizers()).isEmpty();

    things.named("tom").delete();

    cluster.awaitGone(Thing.class, "tom");
    cluster.awaitGone(ConfigMap.class, "tom");
  }
}
