package io.jopf.watch;

import static io.jopf.watch.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  @Test
  void a_change_of_status_version_or_finalizers_alone_is_not_essential() {
    assertThat(changed(now -> {}).isNotEssential()).isTrue();
    assertThat(changed(now -> now.getMetadata().setFinalizers(List.of("f"))).isNotEssential())
        .isTrue();
  }

  @Test
  void marks_of_operators_are_not_essential() {
    assertThat(annotated("me.jopf.io/state").isNotEssential()).isTrue();
    assertThat(annotated("jopf.io/x").isNotEssential()).isTrue();
  }

  @Test
  void annotations_of_users_are_essential() {
    assertThat(annotated("example.com/a").isNotEssential()).isFalse();
    assertThat(annotated("plain").isNotEssential()).isFalse();
  }

  @Test
  void labels_spec_deletion_and_another_uid_are_essential() {
    assertThat(changed(now -> now.getMetadata().setLabels(Map.of("team", "blue"))).isNotEssential())
        .isFalse();
    assertThat(changed(now -> now.setAdditionalProperty("spec", Map.of("n", 2))).isNotEssential())
        .isFalse();
    assertThat(
            changed(now -> now.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z"))
                .isNotEssential())
        .isFalse();
    assertThat(changed(now -> now.getMetadata().setUid("uid-2")).isNotEssential()).isFalse();
  }

  @Test
  void the_first_and_the_last_delivery_are_essential() {
    assertThat(new Delivery(null, thing(1, 1, "a")).isNotEssential()).isFalse();
    assertThat(new Delivery(thing(1, 1, "a"), null).isNotEssential()).isFalse();
  }

  @Test
  void the_latest_is_what_is_or_what_was() {
    GenericKubernetesResource before = thing(1, 1, "a");
    GenericKubernetesResource now = thing(2, 1, "a");

    assertThat(new Delivery(before, now).latest()).isSameAs(now);
    assertThat(new Delivery(before, null).latest()).isSameAs(before);
  }

  @Test
  void what_happened_is_told_by_what_was_and_what_is() {
    assertThat(new Delivery(null, thing(1, 1, "a"), true).type()).isEqualTo(Delivery.Type.ADDED);
    assertThat(changed(now -> {}).type()).isEqualTo(Delivery.Type.MODIFIED);
    assertThat(new Delivery(thing(1, 1, "a"), null).type()).isEqualTo(Delivery.Type.DELETED);
  }

  private static Delivery annotated(String name) {
    return changed(now -> now.getMetadata().setAnnotations(Map.of(name, "1")));
  }

  private static Delivery changed(Consumer<GenericKubernetesResource> change) {
    GenericKubernetesResource now = thing(2, 1, "b");
    change.accept(now);
    return new Delivery(thing(1, 1, "a"), now);
  }
}
