package io.jopf.test.scenarios.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.jopf.cause.HandlingState;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = ShopHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class ShopTest {

  private static final Map<String, String> ON_SALE = Map.of("sale", "on");

  @Test
  void what_no_filter_matches_is_left_alone(Cluster cluster, ShopHandlers handlers) {
    Things things = new Things(cluster);
    things.create("kept", 1);
    Thing large = Things.thing("large", 100);
    large.getMetadata().setLabels(ON_SALE);
    things.create(large);
    String version = things.version("kept");

    things.create(onSale("lamp"));
    things.awaitSettled("lamp");

    assertThat(handlers.done).containsExactly("offer lamp");
    assertThat(things.version("kept")).isEqualTo(version);
    assertThat(things.state("large")).isEqualTo(HandlingState.NONE);
  }

  @Test
  void what_begins_to_match_is_created(Cluster cluster, ShopHandlers handlers) {
    Things things = new Things(cluster);
    things.create("lamp", 1);
    things.resize("lamp", 2);

    things.edit("lamp", thing -> thing.getMetadata().setLabels(ON_SALE));
    things.awaitSettled("lamp");

    assertThat(handlers.done).containsExactly("offer lamp");
    assertThat(things.get("lamp").getMetadata().getFinalizers())
        .containsExactly(Things.MARKS.finalizer());
  }

  @Test
  void what_matches_no_longer_loses_finalizer_and_state_and_can_go(
      Cluster cluster, ShopHandlers handlers) {
    Things things = new Things(cluster);
    things.create(onSale("lamp"));
    things.awaitSettled("lamp");

    things.edit("lamp", thing -> thing.getMetadata().setLabels(Map.of("sale", "on", "sold", "")));
    cluster.await("nothing of ours is left", () -> isClean(things.get("lamp").getMetadata()));
    things.named("lamp").delete();
    cluster.awaitGone(Thing.class, "lamp");

    assertThat(handlers.done).containsExactly("offer lamp");
  }

  @Test
  void what_matches_is_updated_and_its_deletion_waits(Cluster cluster, ShopHandlers handlers) {
    Things things = new Things(cluster);
    things.create(onSale("lamp"));
    things.awaitSettled("lamp");

    things.resize("lamp", 2);
    things.awaitSettled("lamp");
    things.named("lamp").delete();
    cluster.awaitGone(Thing.class, "lamp");

    assertThat(handlers.done).containsExactly("offer lamp", "change lamp", "take back lamp");
  }

  private static boolean isClean(ObjectMeta metadata) {
    return metadata.getFinalizers().isEmpty()
        && !metadata.getAnnotations().containsKey(Things.MARKS.state());
  }

  private static Thing onSale(String name) {
    Thing thing = Things.thing(name, 1);
    thing.getMetadata().setLabels(ON_SALE);
    return thing;
  }
}
