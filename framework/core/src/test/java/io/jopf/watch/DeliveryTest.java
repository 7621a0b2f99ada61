package io.jopf.watch;

import static io.jopf.watch.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  @Test
  void a_change_of_status_version_or_finalizers_alone_is_not_essential() {
    assertThat(changed(now -> {}).isNotEssential(Set.of())).isTrue();
    assertThat(
            changed(now -> now.getMetadata().setFinalizers(List.of("f"))).isNotEssential(Set.of()))
        .isTrue();
  }

  @Test
  void marks_of_operators_are_not_essential() {
    assertThat(annotated("me.jopf.io/state").isNotEssential(Set.of())).isTrue();
    assertThat(annotated("jopf.io/x").isNotEssential(Set.of())).isTrue();
  }

  @Test
  void annotations_of_users_are_essential() {
    assertThat(annotated("example.com/a").isNotEssential(Set.of())).isFalse();
    assertThat(annotated("plain").isNotEssential(Set.of())).isFalse();
  }

  @Test
  void labels_spec_deletion_and_another_uid_are_essential() {
    assertThat(
            changed(now -> now.getMetadata().setLabels(Map.of("team", "blue")))
                .isNotEssential(Set.of()))
        .isFalse();
    assertThat(
            changed(now -> now.setAdditionalProperty("spec", Map.of("n", 2)))
                .isNotEssential(Set.of()))
        .isFalse();
    assertThat(
            changed(now -> now.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z"))
                .isNotEssential(Set.of()))
        .isFalse();
    assertThat(changed(now -> now.getMetadata().setUid("uid-2")).isNotEssential(Set.of()))
        .isFalse();
  }

  @Test
  void a_watched_field_of_the_status_is_essential() {
    Delivery delivery =
        changed(now -> now.setAdditionalProperty("status", Map.of("phase", "b", "seen", 2)));

    assertThat(delivery.isNotEssential(Set.of(List.of("status", "phase")))).isFalse();
    assertThat(delivery.isNotEssential(Set.of(List.of("status", "other")))).isTrue();
    assertThat(delivery.isNotEssential(Set.of(List.of("status", "phase", "deeper")))).isTrue();
  }

  @Test
  void the_first_and_the_last_delivery_are_essential() {
    assertThat(new Delivery(null, thing(1, 1, "a")).isNotEssential(Set.of())).isFalse();
    assertThat(new Delivery(thing(1, 1, "a"), null).isNotEssential(Set.of())).isFalse();
  }

  @Test
  void a_state_is_progress_unless_it_is_the_end_or_from_before_what_is_known() {
    assertThat(new Delivery(null, Things.thing(5, 1, "a")).isProgress()).isTrue();
    assertThat(new Delivery(Things.thing(5, 1, "a"), Things.thing(6, 1, "a")).isProgress())
        .isTrue();
    assertThat(new Delivery(Things.thing(6, 1, "a"), Things.thing(5, 1, "a")).isProgress())
        .isFalse();
    assertThat(new Delivery(Things.thing(6, 1, "a"), null).isProgress()).isFalse();
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
