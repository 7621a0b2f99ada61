package io.jopf.test.contract;

import static io.jopf.test.contract.Things.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Scenario
class ApplyTest {

  private static ConfigMap apply(Cluster cluster, String manager, Map<String, String> data) {
    return cluster
        .client()
        .resource(configMap(cluster, "settings", data))
        .fieldManager(manager)
        .forceConflicts()
        .serverSideApply();
  }

  private static ConfigMap stored(Cluster cluster) {
    return Objects.requireNonNull(cluster.get(ConfigMap.class, "settings"));
  }

  @Test
  void an_apply_creates_what_is_not_there(Cluster cluster) {
    ConfigMap created = apply(cluster, "one", Map.of("a", "1"));

    assertThat(created.getMetadata().getUid()).isNotBlank();
    assertThat(stored(cluster).getData()).containsExactlyEntriesOf(Map.of("a", "1"));
    assertThat(stored(cluster).getMetadata().getManagedFields())
        .extracting(ManagedFieldsEntry::getManager, ManagedFieldsEntry::getOperation)
        .containsExactly(org.assertj.core.api.Assertions.tuple("one", "Apply"));
  }

  @Test
  void the_same_apply_again_changes_nothing(Cluster cluster) {
    String before = apply(cluster, "one", Map.of("a", "1")).getMetadata().getResourceVersion();

    String after = apply(cluster, "one", Map.of("a", "1")).getMetadata().getResourceVersion();

    assertThat(after).isEqualTo(before);
  }

  @Test
  void a_field_no_longer_applied_goes(Cluster cluster) {
    apply(cluster, "one", Map.of("a", "1", "b", "2"));

    apply(cluster, "one", Map.of("b", "3"));

    assertThat(stored(cluster).getData()).containsExactlyEntriesOf(Map.of("b", "3"));
  }

  @Test
  void fields_of_another_manager_survive(Cluster cluster) {
    apply(cluster, "one", Map.of("a", "1", "shared", "x"));
    apply(cluster, "two", Map.of("b", "2", "shared", "x"));

    apply(cluster, "one", Map.of());

    assertThat(stored(cluster).getData())
        .containsExactlyInAnyOrderEntriesOf(Map.of("b", "2", "shared", "x"));
  }

  @Test
  void what_an_update_added_survives_an_apply(Cluster cluster) {
    apply(cluster, "one", Map.of("a", "1"));
    cluster
        .client()
        .configMaps()
        .withName("settings")
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"by-hand\":\"yes\"}}");

    apply(cluster, "one", Map.of("a", "2"));

    assertThat(stored(cluster).getData())
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", "2", "by-hand", "yes"));
  }

  @Test
  void changing_a_field_of_another_manager_is_a_conflict_unless_forced(Cluster cluster) {
    apply(cluster, "one", Map.of("a", "1"));

    assertThatThrownBy(
            () ->
                cluster
                    .client()
                    .resource(configMap(cluster, "settings", Map.of("a", "2")))
                    .fieldManager("two")
                    .serverSideApply())
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(409))
        .hasMessageContaining("conflict with \"one\"");
    apply(cluster, "two", Map.of("a", "2"));

    // the field is the second manager's alone now
    apply(cluster, "one", Map.of());
    assertThat(stored(cluster).getData()).containsExactlyEntriesOf(Map.of("a", "2"));
  }

  @Test
  void items_of_a_keyed_list_are_merged(Cluster cluster) {
    Things.in(cluster);
    applyParts(cluster, "one", List.of(part("x", "1"), part("y", "1")));
    applyParts(cluster, "two", List.of(part("z", "2")));

    applyParts(cluster, "one", List.of(part("x", "3")));

    GenericKubernetesResource thing = Things.in(cluster).withName("listed").get();
    List<Map<String, Object>> parts = thing.get("spec", "parts");
    assertThat(parts)
        .containsExactlyInAnyOrder(Map.copyOf(part("x", "3")), Map.copyOf(part("z", "2")));
  }

  private static Map<String, String> part(String name, String value) {
    return Map.of("name", name, "value", value);
  }

  private static void applyParts(Cluster cluster, String manager, List<?> parts) {
    cluster
        .client()
        .resource(Things.thing(cluster, "listed", Map.of("size", 1, "parts", parts)))
        .fieldManager(manager)
        .forceConflicts()
        .serverSideApply();
  }

  @Test
  void a_dry_run_shows_the_result_and_stores_nothing(Cluster cluster) {
    apply(cluster, "one", Map.of("a", "1"));

    ConfigMap shown =
        cluster
            .client()
            .resource(configMap(cluster, "settings", Map.of("a", "2")))
            .dryRun()
            .fieldManager("one")
            .serverSideApply();

    assertThat(shown.getData()).containsEntry("a", "2");
    assertThat(stored(cluster).getData()).containsEntry("a", "1");
  }

  private static ConfigMap applyTo(Cluster cluster, Consumer<ObjectMeta> meeting) {
    ConfigMap wanted = configMap(cluster, "settings", Map.of("mine", "1"));
    meeting.accept(wanted.getMetadata());
    return cluster.client().resource(wanted).fieldManager("two").forceConflicts().serverSideApply();
  }

  private static void assertRefused(Cluster cluster, int code, Consumer<ObjectMeta> meeting) {
    assertThatThrownBy(() -> applyTo(cluster, meeting))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(code));
  }

  @Test
  void an_apply_with_a_version_that_no_object_has_only_creates(Cluster cluster) {
    ConfigMap created = applyTo(cluster, meta -> meta.setResourceVersion("1"));
    assertThat(created.getMetadata().getResourceVersion()).isNotEqualTo("1");
    cluster.client().resource(created).delete();
    String foreign = apply(cluster, "one", Map.of("a", "1")).getMetadata().getResourceVersion();

    assertRefused(cluster, 409, meta -> meta.setResourceVersion("1"));

    assertThat(stored(cluster).getMetadata().getResourceVersion()).isEqualTo(foreign);
  }

  @Test
  void an_apply_to_a_uid_meets_that_object_alone(Cluster cluster) {
    String gone = "00000000-0000-0000-0000-000000000001";
    assertRefused(cluster, 409, meta -> meta.setUid(gone));
    assertThat(cluster.get(ConfigMap.class, "settings")).isNull();

    String uid = apply(cluster, "one", Map.of("a", "1")).getMetadata().getUid();
    assertRefused(cluster, 422, meta -> meta.setUid(gone));
    applyTo(cluster, meta -> meta.setUid(uid));

    assertThat(stored(cluster).getData()).containsOnlyKeys("a", "mine");
  }
}
