package io.jopf.test.scenarios.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.Indexed;
import io.jopf.ObjectKey;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = PaletteHandlers.class, crds = Things.DEFINITION)
class IndexTest {

  private static Thing coloured(String name, int size, String colour) {
    Thing thing = Things.thing(name, size);
    thing.getSpec().colour = colour;
    return thing;
  }

  private static Indexed<String, Integer> colours(PaletteHandlers handlers) {
    return Objects.requireNonNull(handlers.colours);
  }

  @Test
  void no_handler_runs_before_the_index_is_complete(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    operator.stop();
    for (int i = 0; i < 20; i++) {
      things.create(coloured("red-" + i, i, "red"));
    }

    operator.start();

    for (int i = 0; i < 20; i++) {
      things.awaitStatus("red-" + i, "sameColour", 20);
    }
  }

  @Test
  void an_index_follows_changes_matches_and_ends(Cluster cluster, PaletteHandlers handlers) {
    Things things = new Things(cluster);
    things.create(coloured("tom", 1, "red"));
    things.awaitStatus("tom", "sameColour", 1);
    things.create(coloured("jerry", 2, "red"));
    things.awaitStatus("jerry", "sameColour", 2);
    Indexed<String, Integer> colours = colours(handlers);
    assertThat(colours.get("red")).containsExactlyInAnyOrder(1, 2);

    things.edit("tom", tom -> tom.getSpec().colour = "blue");
    things.awaitSettled("tom");
    assertThat(colours.get("red")).containsExactly(2);
    assertThat(colours.keys()).containsExactlyInAnyOrder("red", "blue");

    things.edit("jerry", jerry -> jerry.getMetadata().setLabels(Map.of("hidden", "")));
    things.awaitSettled("jerry");
    assertThat(colours.keys()).containsExactly("blue");

    things.named("tom").delete();
    cluster.await("it is gone from the index", () -> !colours.contains("blue"));
    assertThat(colours.get("blue")).isEmpty();
  }

  @Test
  void a_single_value_is_found_by_its_object_and_a_failure_leaves_what_was_there(
      Cluster cluster, PaletteHandlers handlers) {
    Things things = new Things(cluster);
    things.create(coloured("tom", 1, "red"));
    things.awaitSettled("tom");
    ObjectKey key = new ObjectKey(cluster.namespace(), "tom");
    Indexed<ObjectKey, Integer> sizes = Objects.requireNonNull(handlers.sizes);
    assertThat(sizes.get(key)).containsExactly(1);

    things.resize("tom", 13);
    things.awaitSettled("tom");
    assertThat(sizes.get(key)).containsExactly(1);

    things.resize("tom", 14);
    things.awaitSettled("tom");
    assertThat(sizes.get(key)).containsExactly(14);
  }
}
