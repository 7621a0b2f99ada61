package io.jopf.test.contract;

import static io.jopf.test.contract.Things.MERGE;
import static io.jopf.test.contract.Things.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Scenario
class DeletionTest {

  private static ConfigMap create(Cluster cluster, String name, ConfigMap... owners) {
    ConfigMap object =
        new ConfigMapBuilder(configMap(cluster, name, Map.of()))
            .editMetadata()
            .withOwnerReferences(
                Stream.of(owners)
                    .map(
                        owner ->
                            new OwnerReferenceBuilder()
                                .withApiVersion("v1")
                                .withKind("ConfigMap")
                                .withName(owner.getMetadata().getName())
                                .withUid(owner.getMetadata().getUid())
                                .withBlockOwnerDeletion(true)
                                .build())
                    .toList())
            .endMetadata()
            .build();
    return cluster.client().resource(object).create();
  }

  private static void delete(Cluster cluster, String name, DeletionPropagation policy) {
    cluster.client().configMaps().withName(name).withPropagationPolicy(policy).delete();
  }

  private static void finalizers(Cluster cluster, String name, String... finalizers) {
    String list = String.join(",", Stream.of(finalizers).map(f -> "\"" + f + "\"").toList());
    cluster
        .client()
        .configMaps()
        .withName(name)
        .patch(MERGE, "{\"metadata\":{\"finalizers\":[" + list + "]}}");
  }

  @Test
  void an_object_without_finalizers_goes_at_once(Cluster cluster) {
    create(cluster, "one");

    delete(cluster, "one", DeletionPropagation.BACKGROUND);

    assertThat(cluster.get(ConfigMap.class, "one")).isNull();
  }

  @Test
  void a_finalizer_holds_an_object_until_it_is_removed(Cluster cluster) {
    create(cluster, "held");
    finalizers(cluster, "held", "jopf.io/one", "jopf.io/two");

    delete(cluster, "held", DeletionPropagation.BACKGROUND);
    ConfigMap held = Objects.requireNonNull(cluster.get(ConfigMap.class, "held"));
    assertThat(held.getMetadata().getDeletionTimestamp()).isNotNull();

    assertThatThrownBy(() -> finalizers(cluster, "held", "jopf.io/one", "jopf.io/three"))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(422));
    finalizers(cluster, "held", "jopf.io/two");
    assertThat(cluster.get(ConfigMap.class, "held")).isNotNull();
    finalizers(cluster, "held");
    assertThat(cluster.get(ConfigMap.class, "held")).isNull();
  }

  @Test
  void children_go_when_their_last_owner_is_gone(Cluster cluster) {
    ConfigMap father = create(cluster, "father");
    ConfigMap mother = create(cluster, "mother");
    ConfigMap child = create(cluster, "child", father, mother);
    create(cluster, "grandchild", child);

    delete(cluster, "father", DeletionPropagation.BACKGROUND);
    assertThat(cluster.get(ConfigMap.class, "child")).isNotNull();

    delete(cluster, "mother", DeletionPropagation.BACKGROUND);
    cluster.awaitGone(ConfigMap.class, "child");
    cluster.awaitGone(ConfigMap.class, "grandchild");
  }

  @Test
  void a_child_of_an_owner_that_never_was_goes(Cluster cluster) {
    ConfigMap nobody =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("nobody")
            .withUid("9a2f7c52-0000-4000-8000-000000000000")
            .endMetadata()
            .build();
    create(cluster, "orphan", nobody);

    cluster.awaitGone(ConfigMap.class, "orphan");
  }

  @Test
  void in_the_foreground_the_children_go_first(Cluster cluster) {
    ConfigMap parent = create(cluster, "parent");
    create(cluster, "child", parent);
    finalizers(cluster, "child", "jopf.io/slow");

    delete(cluster, "parent", DeletionPropagation.FOREGROUND);
    cluster.await(
        "the child is being deleted",
        () ->
            Objects.requireNonNull(cluster.get(ConfigMap.class, "child"))
                    .getMetadata()
                    .getDeletionTimestamp()
                != null);
    assertThat(cluster.get(ConfigMap.class, "parent")).isNotNull();

    cluster
        .client()
        .configMaps()
        .withName("child")
        .edit(
            c ->
                new ConfigMapBuilder(c)
                    .editMetadata()
                    .removeFromFinalizers("jopf.io/slow")
                    .and()
                    .build());
    cluster.awaitGone(ConfigMap.class, "child");
    cluster.awaitGone(ConfigMap.class, "parent");
  }

  @Test
  void orphaned_children_stay_and_lose_their_owner(Cluster cluster) {
    ConfigMap parent = create(cluster, "parent");
    create(cluster, "child", parent);

    delete(cluster, "parent", DeletionPropagation.ORPHAN);
    cluster.awaitGone(ConfigMap.class, "parent");

    assertThat(
            Objects.requireNonNull(cluster.get(ConfigMap.class, "child"))
                .getMetadata()
                .getOwnerReferences())
        .isEmpty();
  }

  @Test
  void a_namespace_takes_what_is_in_it(Cluster cluster) {
    String other = cluster.namespace() + "-other";
    cluster.apply("apiVersion: v1\nkind: Namespace\nmetadata: {name: " + other + "}\n");
    cluster.client().configMaps().inNamespace(other).resource(inNoNamespace()).create();

    cluster.client().namespaces().withName(other).delete();

    cluster.await(
        "the namespace is gone", () -> cluster.client().namespaces().withName(other).get() == null);
    assertThat(cluster.client().configMaps().inNamespace(other).list().getItems())
        .isEqualTo(List.of());
  }

  private static ConfigMap inNoNamespace() {
    return new ConfigMapBuilder().withNewMetadata().withName("content").endMetadata().build();
  }
}
