package io.jopf.test.scenarios.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.cause.HandlingState;
import io.jopf.json.Json;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = GaugeHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class GaugeTest {

  @Test
  void a_status_that_somebody_else_writes_wakes_its_handler(
      Cluster cluster, GaugeHandlers handlers) {
    Things things = withTom(cluster);

    status(things, "tom", Map.of("pressure", "high", "other", 1));
    cluster.await("the pressure is read", () -> !handlers.read.isEmpty());
    status(things, "tom", Map.of("pressure", "high", "other", 2));
    flush(cluster);

    assertThat(handlers.read).containsExactly("tom: null to high");
    assertThat(handlers.noted).isEmpty();
  }

  @Test
  void every_field_of_a_method_has_its_own_change(Cluster cluster, GaugeHandlers handlers) {
    Things things = withTom(cluster);

    things.edit("tom", thing -> thing.getSpec().colour = "red");
    cluster.await("the colour is read", () -> !handlers.read.isEmpty());
    status(things, "tom", Map.of("pressure", "low"));
    cluster.await("the pressure is read", () -> handlers.read.size() > 1);
    flush(cluster);

    assertThat(handlers.read).containsExactly("tom: null to red", "tom: null to low");
    assertThat(handlers.noted).containsExactly("tom");
  }

  @Test
  void an_own_status_that_settles_is_one_more_change_and_no_loop(
      Cluster cluster, GaugeHandlers handlers) {
    Things things = withTom(cluster);

    status(things, "tom", Map.of("level", 3));
    things.awaitStatus("tom", "level", 7);
    cluster.await("its own level is seen", () -> handlers.noted.size() == 2);
    flush(cluster);

    assertThat(handlers.noted).containsExactly("level", "level");
  }

  @Test
  void an_ignored_field_wakes_nobody_and_writes_nothing(Cluster cluster, GaugeHandlers handlers) {
    Things things = withTom(cluster);
    things.edit("tom", thing -> thing.getSpec().parts = List.of(new Thing.Part("leg", 4)));
    String version = things.version("tom");

    flush(cluster);

    assertThat(handlers.noted).isEmpty();
    assertThat(things.version("tom")).isEqualTo(version);
  }

  private static Things withTom(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    await(cluster, things, "tom");
    return things;
  }

  /** What is handled later is handled after all that came before. */
  private static void flush(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("later", 1);
    await(cluster, things, "later");
  }

  private static void await(Cluster cluster, Things things, String name) {
    cluster.await(name + " is known", () -> !things.state(name).equals(HandlingState.NONE));
  }

  private static void status(Things things, String name, Map<String, Object> status) {
    things
        .raw(name)
        .subresource("status")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), Json.tree(Map.of("status", status)).toString());
  }
}
