package io.jopf.test.scenarios.bothstyles;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = LibraryHandlers.class, crds = Things.DEFINITION)
class BothStylesTest {

  @Test
  void results_of_both_styles_are_in_one_status(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 50);
    things.awaitSettled("tom");
    assertThat(things.get("tom").getStatus())
        .isEqualTo(Map.of("register", "no. 1", "shelf", "low"));

    things.resize("tom", 500);
    things.awaitStatus("tom", "shelf", "high");

    assertThat(things.get("tom").getStatus())
        .isEqualTo(Map.of("register", "no. 1", "shelf", "high"));
  }

  @Test
  void each_style_does_its_part_from_creation_to_deletion(
      Cluster cluster, LibraryHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 50);
    things.awaitSettled("tom");

    cluster.client().configMaps().withName("card-of-tom").delete();
    cluster.await("it is back", () -> cluster.get(ConfigMap.class, "card-of-tom") != null);
    things.edit("tom", thing -> thing.getSpec().colour = "red");
    things.awaitSettled("tom");
    things.named("tom").delete();
    cluster.awaitGone(Thing.class, "tom");
    cluster.awaitGone(ConfigMap.class, "card-of-tom");

    assertThat(handlers.log).containsExactly("register tom", "rebind in red", "discard tom");
  }

  @Test
  void after_a_restart_only_the_level_style_runs_again(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 50);
    things.awaitSettled("tom");
    operator.stop();
    cluster.client().configMaps().withName("card-of-tom").delete();

    operator.start();
    cluster.await("it is back", () -> cluster.get(ConfigMap.class, "card-of-tom") != null);

    assertThat(operator.context().getBean(LibraryHandlers.class).log).isEmpty();
  }
}
