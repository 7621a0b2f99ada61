package io.jopf.test.scenarios.again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.ObjectKey;
import io.jopf.Reconciler;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = FashionHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class AgainTest {

  private static Things dressed(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.create("jerry", 1);
    things.awaitStatus("tom", "wears", "linen");
    things.awaitStatus("jerry", "wears", "linen");
    return things;
  }

  @Test
  void all_objects_are_looked_at_again_when_the_application_says_so(
      Cluster cluster, FashionHandlers handlers, Reconciler reconciler) {
    Things things = dressed(cluster);

    handlers.fashion = "wool";
    reconciler.reconcileAll(Thing.class);
    things.awaitStatus("tom", "wears", "wool");
    things.awaitStatus("jerry", "wears", "wool");

    handlers.fashion = "silk";
    reconciler.reconcileAll();
    things.awaitStatus("tom", "wears", "silk");
  }

  @Test
  void one_object_is_looked_at_again_and_no_other(
      Cluster cluster, FashionHandlers handlers, Reconciler reconciler) {
    Things things = dressed(cluster);
    // when a later one is done, so is all that came before
    things.create("spike", 1);
    things.awaitStatus("spike", "wears", "linen");

    handlers.fashion = "wool";
    reconciler.reconcile(Thing.class, ObjectKey.of(things.get("tom")));
    things.awaitStatus("tom", "wears", "wool");

    assertThat(things.status("jerry", "wears")).isEqualTo("linen");
  }

  @Test
  void a_kind_that_nobody_handles_cannot_be_looked_at(Cluster cluster, Reconciler reconciler) {
    assertThatThrownBy(() -> reconciler.reconcileAll(ConfigMap.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ConfigMap has no handlers");
    assertThat(cluster.list(Thing.class)).isEmpty();
  }

  @Test
  void what_is_watched_can_be_listed_by_label(Cluster cluster) {
    Things things = dressed(cluster);
    cluster.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: hatter, labels: {open: "yes"}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: tailor, labels: {open: "no"}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: cobbler, labels: {open: "yes", town: x}}
        """);

    things.awaitStatus("tom", "shops", List.of("cobbler", "hatter"));
  }
}
