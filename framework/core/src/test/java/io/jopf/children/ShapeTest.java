package io.jopf.children;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ShapeTest {

  private static GenericKubernetesResource child(UnaryOperator<ObjectMetaBuilder> change) {
    GenericKubernetesResource child = new GenericKubernetesResource();
    child.setMetadata(
        change
            .apply(
                new ObjectMetaBuilder()
                    .withUid("1")
                    .withResourceVersion("7")
                    .withGeneration(2L)
                    .addToLabels("app", "web"))
            .build());
    child.setAdditionalProperty("status", Map.of());
    return child;
  }

  private final Shape shape = Shape.of(child(same -> same));

  private boolean isSame(UnaryOperator<ObjectMetaBuilder> change) {
    return shape.isThatOf(child(meta -> change.apply(meta.withResourceVersion("8"))));
  }

  @Test
  void what_has_the_same_version_is_the_same() {
    assertThat(shape.isThatOf(child(same -> same))).isTrue();
    assertThat(shape.isThatOf(null)).isFalse();
  }

  @Test
  void another_status_makes_no_difference_and_everything_else_does() {
    assertThat(isSame(meta -> meta)).isTrue();
    assertThat(isSame(meta -> meta.withGeneration(3L))).isFalse();
    assertThat(isSame(meta -> meta.withUid("2"))).isFalse();
    assertThat(isSame(meta -> meta.withLabels(Map.of()))).isFalse();
    assertThat(isSame(meta -> meta.withAnnotations(Map.of("by", "hand")))).isFalse();
    assertThat(isSame(meta -> meta.withFinalizers("example.com/mine"))).isFalse();
    assertThat(isSame(meta -> meta.withOwnerReferences(List.of(new OwnerReference())))).isFalse();
    assertThat(isSame(meta -> meta.withDeletionTimestamp("2026-01-01T00:00:00Z"))).isFalse();
  }

  @Test
  void where_there_is_no_status_every_other_version_is_another_one() {
    GenericKubernetesResource before = child(same -> same);
    before.setAdditionalProperties(Map.of());
    GenericKubernetesResource after = child(meta -> meta.withResourceVersion("8"));
    after.setAdditionalProperties(Map.of());

    assertThat(Shape.of(before).isThatOf(after)).isFalse();
  }

  @Test
  void without_generations_every_other_version_is_another_one() {
    Shape uncounted = Shape.of(child(meta -> meta.withGeneration(null)));

    assertThat(uncounted.isThatOf(child(meta -> meta.withGeneration(null)))).isTrue();
    assertThat(
            uncounted.isThatOf(child(meta -> meta.withGeneration(null).withResourceVersion("8"))))
        .isFalse();
  }
}
