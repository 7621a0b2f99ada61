package io.jopf.watch;

import static io.jopf.watch.Stream.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreTest {

  private final Store store = new Store();

  private static GenericKubernetesResource child(String name, String owner, long version) {
    GenericKubernetesResource child = thing(name, name, version);
    child
        .getMetadata()
        .setOwnerReferences(
            List.of(new OwnerReferenceBuilder().withUid(owner).withController(true).build()));
    return child;
  }

  @Test
  void children_are_found_by_who_controls_them_now() {
    store.listed(child("a", "tom", 1), false);
    store.listed(child("b", "tom", 2), false);
    store.listed(thing("c", "c", 3), false);
    assertThat(store.controlledBy("tom")).hasSize(2);

    store.changed(child("a", "jerry", 4));
    assertThat(store.controlledBy("tom")).containsExactly(child("b", "tom", 2));
    assertThat(store.controlledBy("jerry")).containsExactly(child("a", "jerry", 4));

    store.deleted(child("a", "jerry", 5));
    store.retain(Set.of());
    assertThat(store.controlledBy("jerry")).isEmpty();
    assertThat(store.controlledBy("tom")).isEmpty();
    assertThat(store.list()).isEmpty();
  }

  @Test
  void what_is_listed_unchanged_says_nothing() {
    GenericKubernetesResource first = thing("a", "1", 5);
    store.listed(first, true);

    assertThat(store.listed(thing("a", "1", 5), false)).isEmpty();
    assertThat(store.list()).allSatisfy(known -> assertThat(known).isEqualTo(first));
  }

  private static GenericKubernetesResource labelled(String name, long version, String... labels) {
    GenericKubernetesResource object = thing(name, name, version);
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      all.put(labels[i], labels[i + 1]);
    }
    object.getMetadata().setLabels(all);
    return object;
  }

  @Test
  void objects_are_found_by_the_labels_they_carry_now() {
    store.listed(labelled("a", 1, "app", "web", "tier", "front"), false);
    assertThat(store.labelled(Map.of("app", "web"))).hasSize(1);
    store.listed(labelled("b", 2, "app", "web"), false);
    store.listed(thing("c", "c", 3), false);

    assertThat(names(Map.of("app", "web"))).containsExactly("a", "b");
    assertThat(names(Map.of("app", "web", "tier", "front"))).containsExactly("a");
    assertThat(names(Map.of("app", "web", "tier", "back"))).isEmpty();
    assertThat(names(Map.of())).containsExactly("a", "b", "c");

    store.changed(labelled("a", 4, "app", "mail"));
    store.changed(labelled("c", 5, "app", "mail", "tier", "back"));
    store.deleted(labelled("b", 6, "app", "web"));
    assertThat(names(Map.of("app", "web"))).isEmpty();
    assertThat(names(Map.of("app", "mail"))).containsExactly("a", "c");
    assertThat(names(Map.of("tier", "back"))).containsExactly("c");

    store.retain(Set.of());
    assertThat(names(Map.of("app", "mail"))).isEmpty();
  }

  private List<String> names(Map<String, String> labels) {
    return store.labelled(labels).map(object -> object.getMetadata().getName()).sorted().toList();
  }
}
