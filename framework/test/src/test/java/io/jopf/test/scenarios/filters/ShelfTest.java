package io.jopf.test.scenarios.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = ShelfHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class ShelfTest {

  @Test
  void what_is_not_selected_does_not_exist(Cluster cluster, ShelfHandlers handlers) {
    Things things = new Things(cluster);
    things.create("elsewhere", 1);
    things.create(on("c", "wrong"));
    things.create(on("a", "dust"));

    things.create(on("b", "book"));
    things.awaitSettled("book");

    assertThat(handlers.done).containsExactly("put book");
  }

  @Test
  void what_leaves_the_selection_is_released_and_may_come_back(
      Cluster cluster, ShelfHandlers handlers) {
    Things things = new Things(cluster);
    things.create(on("a", "book"));
    things.awaitSettled("book");

    things.edit("book", thing -> thing.getMetadata().setLabels(Map.of()));
    cluster.await("nothing of ours is left", () -> isClean(things.get("book").getMetadata()));
    assertThat(handlers.done).containsExactly("put book");

    things.edit("book", thing -> thing.getMetadata().setLabels(Map.of("shelf", "b")));
    things.awaitSettled("book");
    things.named("book").delete();
    cluster.awaitGone(Thing.class, "book");
    assertThat(handlers.done).containsExactly("put book", "put book", "take book");
  }

  private static boolean isClean(ObjectMeta metadata) {
    return metadata.getFinalizers().isEmpty()
        && !metadata.getAnnotations().containsKey(Things.MARKS.state());
  }

  private static Thing on(String shelf, String name) {
    Thing thing = Things.thing(name, 1);
    thing.getMetadata().setLabels(Map.of("shelf", shelf));
    return thing;
  }
}
