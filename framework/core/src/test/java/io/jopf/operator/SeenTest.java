package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenTest {

  private static final ObjectKey TOM = new ObjectKey("house", "tom");

  private final Seen seen = new Seen();
  private final List<String> woken = new ArrayList<>();

  private static GenericKubernetesResource tom(String version) {
    GenericKubernetesResource tom = new GenericKubernetesResource();
    tom.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(TOM.namespace())
            .withName(TOM.name())
            .withResourceVersion(version)
            .build());
    return tom;
  }

  private void comes(String version) {
    seen.waking(key -> woken.add(version)).became(tom(version));
  }

  @Test
  void what_was_never_looked_at_wakes() {
    comes("1");
    comes("2");

    assertThat(woken).containsExactly("1", "2");
  }

  @Test
  void only_what_is_later_than_the_last_look_wakes() {
    assertThat(seen.look(TOM, () -> tom("99"))).isEqualTo(tom("99"));
    comes("98");
    comes("99");
    comes("100");

    assertThat(woken).containsExactly("100");
  }

  @Test
  void what_is_no_progress_wakes_always() {
    seen.look(TOM, () -> tom("99"));
    seen.waking(key -> woken.add(key.name())).changed(tom("98"));

    assertThat(woken).containsExactly("tom");
  }

  @Test
  void versions_that_are_no_numbers_are_seen_or_not() {
    seen.look(TOM, () -> tom("b"));
    comes("a");
    comes("b");
    comes("c");

    assertThat(woken).containsExactly("a", "c");
  }

  @Test
  void an_object_that_was_not_there_or_is_forgotten_was_not_seen() {
    seen.look(TOM, () -> tom("5"));
    assertThat(seen.look(TOM, () -> null)).isNull();
    comes("4");
    seen.look(TOM, () -> tom("5"));
    seen.forget(TOM);
    comes("5");

    assertThat(woken).containsExactly("4", "5");
  }
}
