package io.jopf.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.ObjectKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The store against the simplest one: all entries of all objects, searched through. */
class IndexStorePropertiesTest {

  private static final List<String> NAMES = List.of("tom", "jerry", "spike");
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  /** What happens to an object; null entries: it goes. */
  record Step(String object, String uid, String what, Map<String, Integer> entries) {}

  @Provide
  static Arbitrary<List<Step>> steps() {
    Arbitrary<Map<String, Integer>> entries =
        Arbitraries.maps(Arbitraries.of(COLOURS), Arbitraries.integers().between(0, 3))
            .ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.of(NAMES),
            Arbitraries.of("1", "2"),
            Arbitraries.of("put", "keep", "remove"),
            entries)
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  @Property
  void it_holds_what_each_object_last_said_and_nothing_else(@ForAll("steps") List<Step> steps) {
    IndexStore<String, Integer> store = new IndexStore<>();
    Map<String, Map<String, Integer>> model = new HashMap<>();
    Map<String, String> uids = new HashMap<>();
    for (Step step : steps) {
      ObjectKey key = new ObjectKey("default", step.object());
      switch (step.what()) {
        case "put" -> {
          store.put(key, step.uid(), step.entries());
          model.put(step.object(), step.entries());
          uids.put(step.object(), step.uid());
        }
        case "keep" -> {
          store.keep(key, step.uid());
          if (!step.uid().equals(uids.get(step.object()))) {
            model.remove(step.object());
          }
        }
        default -> {
          store.remove(key);
          model.remove(step.object());
        }
      }
      assertThatStoreIs(store, model);
    }
  }

  private static void assertThatStoreIs(
      IndexStore<String, Integer> store, Map<String, Map<String, Integer>> model) {
    Set<String> keys = new HashSet<>();
    model.values().forEach(entries -> keys.addAll(entries.keySet()));
    assertThat(store.keys()).isEqualTo(keys);
    for (String colour : COLOURS) {
      List<Integer> expected =
          model.values().stream()
              .filter(entries -> entries.containsKey(colour))
              .map(entries -> entries.get(colour))
              .toList();
      assertThat(store.get(colour)).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(store.contains(colour)).isEqualTo(!expected.isEmpty());
    }
  }

  @Example
  void a_view_follows_later_changes() {
    IndexStore<String, Integer> store = new IndexStore<>();
    store.put(new ObjectKey("", "tom"), "1", Map.of("red", 1));
    var red = store.get("red");

    store.put(new ObjectKey("", "jerry"), "2", Map.of("red", 2));

    assertThat(red).containsExactlyInAnyOrder(1, 2);
  }
}
