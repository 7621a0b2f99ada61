package io.jopf.test.scenarios.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = MeasureHandlers.class, crds = Things.DEFINITION)
class PoisonTest {

  private static GenericKubernetesResource thing(String name, Object size) {
    GenericKubernetesResource thing = new GenericKubernetesResource();
    thing.setApiVersion("scenarios.jopf.io/v1");
    thing.setKind("Thing");
    thing.setMetadata(new ObjectMetaBuilder().withName(name).build());
    thing.setAdditionalProperty("spec", Map.of("size", size));
    return thing;
  }

  @Test
  void an_object_that_does_not_fit_its_class_stops_nobody_else(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    cluster.client().resource(thing("poison", "as big as a house")).create();
    things.create("tom", 1);
    things.awaitStatus("tom", "measure", 1);

    operator.restart();
    things.resize("tom", 20);
    things.awaitStatus("tom", "measure", 20);
    things.awaitStatus("tom", "fits", false);
  }

  @Test
  void its_users_are_told_and_once_it_is_mended_it_is_handled(Cluster cluster) {
    Things things = new Things(cluster);
    cluster.client().resource(thing("poison", "as big as a house")).create();
    cluster.await("users are told of both handlers", () -> things.warnings("poison").size() == 2);
    assertThat(things.warnings("poison"))
        .allSatisfy(warning -> assertThat(warning).contains("the object does not fit Thing"));

    things
        .raw("poison")
        .edit(
            poison -> {
              poison.setAdditionalProperty("spec", Map.of("size", 2));
              return poison;
            });

    things.awaitStatus("poison", "measure", 2);
    things.awaitStatus("poison", "fits", true);
  }
}
