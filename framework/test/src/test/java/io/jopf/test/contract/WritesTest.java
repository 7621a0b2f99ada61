package io.jopf.test.contract;

import static io.jopf.test.contract.Things.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@Scenario
class WritesTest {

  private static ConfigMap create(Cluster cluster, String name) {
    return cluster.client().resource(configMap(cluster, name, Map.of("a", "1", "b", "2"))).create();
  }

  private static ConfigMap patch(Cluster cluster, PatchType type, String patch) {
    return cluster.client().configMaps().withName("one").patch(PatchContext.of(type), patch);
  }

  private static void refused(int code, ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(code));
  }

  @Test
  void the_server_gives_a_new_object_its_identity(Cluster cluster) {
    ConfigMap created = create(cluster, "one");

    assertThat(created.getMetadata().getUid()).isNotBlank();
    assertThat(created.getMetadata().getCreationTimestamp()).isNotBlank();
    assertThat(created.getMetadata().getResourceVersion()).isNotBlank();
    assertThat(created.getMetadata().getGeneration()).isNull();
  }

  @Test
  void a_name_is_made_from_a_prefix(Cluster cluster) {
    ConfigMap unnamed =
        new ConfigMapBuilder().withNewMetadata().withGenerateName("made-").endMetadata().build();

    assertThat(cluster.client().resource(unnamed).create().getMetadata().getName())
        .matches("made-.{5}");
  }

  @Test
  void a_taken_name_is_a_conflict(Cluster cluster) {
    create(cluster, "one");

    refused(409, () -> create(cluster, "one"));
  }

  @Test
  void an_update_based_on_an_older_state_is_a_conflict(Cluster cluster) {
    ConfigMap first = create(cluster, "one");
    patch(cluster, PatchType.JSON_MERGE, "{\"data\":{\"a\":\"3\"}}");

    refused(409, () -> cluster.client().resource(first).update());
  }

  @Test
  void every_change_has_a_larger_resource_version(Cluster cluster) {
    long first = Long.parseLong(create(cluster, "one").getMetadata().getResourceVersion());
    ConfigMap changed = patch(cluster, PatchType.JSON_MERGE, "{\"data\":{\"a\":\"3\"}}");

    assertThat(Long.parseLong(changed.getMetadata().getResourceVersion())).isGreaterThan(first);
  }

  @Test
  void a_change_that_changes_nothing_is_none(Cluster cluster) {
    ConfigMap first = create(cluster, "one");
    ConfigMap same = patch(cluster, PatchType.JSON_MERGE, "{\"data\":{\"a\":\"1\"}}");

    assertThat(same.getMetadata().getResourceVersion())
        .isEqualTo(first.getMetadata().getResourceVersion());
  }

  @Test
  void null_in_a_merge_patch_removes(Cluster cluster) {
    create(cluster, "one");

    patch(cluster, PatchType.JSON_MERGE, "{\"data\":{\"a\":null,\"c\":\"3\"}}");

    assertThat(Objects.requireNonNull(cluster.get(ConfigMap.class, "one")).getData())
        .containsExactlyInAnyOrderEntriesOf(Map.of("b", "2", "c", "3"));
  }

  @Test
  void a_patch_with_an_old_resource_version_is_a_conflict(Cluster cluster) {
    create(cluster, "one");

    refused(
        409,
        () ->
            patch(
                cluster,
                PatchType.JSON_MERGE,
                "{\"metadata\":{\"resourceVersion\":\"1\"},\"data\":{\"a\":\"9\"}}"));
  }

  @Test
  void a_json_patch_whose_test_fails_is_refused_as_a_whole(Cluster cluster) {
    create(cluster, "one");
    String patch =
        "[{\"op\":\"add\",\"path\":\"/data/c\",\"value\":\"3\"},"
            + "{\"op\":\"test\",\"path\":\"/data/a\",\"value\":\"%s\"}]";

    refused(422, () -> patch(cluster, PatchType.JSON, patch.formatted("wrong")));
    assertThat(Objects.requireNonNull(cluster.get(ConfigMap.class, "one")).getData())
        .doesNotContainKey("c");

    patch(cluster, PatchType.JSON, patch.formatted("1"));
    assertThat(Objects.requireNonNull(cluster.get(ConfigMap.class, "one")).getData())
        .containsEntry("c", "3");
  }

  @Test
  void a_strategic_merge_patch_merges_what_has_a_key(Cluster cluster) {
    ConfigMap owner = create(cluster, "owner");
    create(cluster, "one");
    String reference =
        "{\"metadata\":{\"ownerReferences\":[{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\","
            + "\"name\":\"owner\",\"uid\":\"%s\"%s}]}}";
    String uid = owner.getMetadata().getUid();
    patch(cluster, PatchType.STRATEGIC_MERGE, reference.formatted(uid, ""));
    patch(
        cluster,
        PatchType.STRATEGIC_MERGE,
        reference.formatted(uid, ",\"blockOwnerDeletion\":true"));

    assertThat(
            Objects.requireNonNull(cluster.get(ConfigMap.class, "one"))
                .getMetadata()
                .getOwnerReferences())
        .singleElement()
        .satisfies(o -> assertThat(o.getBlockOwnerDeletion()).isTrue());
  }

  @Test
  void what_is_not_there_can_be_neither_changed_nor_created_in_a_missing_namespace(
      Cluster cluster) {
    refused(404, () -> patch(cluster, PatchType.JSON_MERGE, "{\"data\":{}}"));
    refused(
        404,
        () ->
            cluster
                .client()
                .configMaps()
                .inNamespace("no-such-namespace")
                .resource(new ConfigMapBuilder().withNewMetadata().withName("x").and().build())
                .create());
  }

  @Test
  void lists_are_selected_by_labels_and_fields(Cluster cluster) {
    for (String name : List.of("one", "two", "three")) {
      ConfigMap labelled =
          new ConfigMapBuilder(configMap(cluster, name, Map.of()))
              .editMetadata()
              .addToLabels("name", name)
              .endMetadata()
              .build();
      cluster.client().resource(labelled).create();
    }
    var all = cluster.client().configMaps();

    assertThat(all.withLabelIn("name", "one", "two").list().getItems()).hasSize(2);
    assertThat(all.withLabelNotIn("name", "one").withLabel("name").list().getItems()).hasSize(2);
    assertThat(all.withField("metadata.name", "three").list().getItems()).hasSize(1);
  }
}
