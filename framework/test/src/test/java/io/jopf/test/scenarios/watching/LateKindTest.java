package io.jopf.test.scenarios.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = {CometHandlers.class, VisitHandlers.class},
    crds = Things.DEFINITION)
class LateKindTest {

  private static final String NAME = "comets.late.jopf.io";
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: comets.late.jopf.io}
      spec:
        group: late.jopf.io
        scope: Namespaced
        names: {plural: comets, singular: comet, kind: Comet}
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
      """;

  @AfterEach
  void remove(Cluster cluster) {
    cluster.client().resources(CustomResourceDefinition.class).withName(NAME).delete();
    cluster.awaitGone(CustomResourceDefinition.class, NAME);
  }

  private static void create(Cluster cluster, String name) {
    Comet comet = new Comet();
    comet.setMetadata(new ObjectMetaBuilder().withName(name).build());
    cluster.client().resource(comet).create();
  }

  private static void awaitMissing(Cluster cluster, Operator operator) {
    cluster.await(
        "the operator says what it misses",
        () ->
            operator.watchesDown().stream()
                .anyMatch(down -> down.matches(NAME + ".*not served.*")));
  }

  @Test
  void a_kind_that_comes_later_is_waited_for_while_others_are_served(
      Cluster cluster, Operator operator, CometHandlers comets) {
    Things things = new Things(cluster);
    awaitMissing(cluster, operator);
    things.create("tom", 1);
    things.awaitSettled("tom");

    cluster.apply(DEFINITION);
    create(cluster, "halley");

    cluster.await("the comet is seen", () -> comets.seen.contains("halley"));
    cluster.await("nothing is missing", () -> operator.watchesDown().isEmpty());
  }

  @Test
  void a_kind_that_goes_and_comes_back_is_served_again(
      Cluster cluster, Operator operator, CometHandlers comets) {
    cluster.apply(DEFINITION);
    create(cluster, "halley");
    cluster.await("the comet is seen", () -> comets.seen.contains("halley"));

    cluster.client().resources(CustomResourceDefinition.class).withName(NAME).delete();
    cluster.awaitGone(CustomResourceDefinition.class, NAME);
    awaitMissing(cluster, operator);

    cluster.apply(DEFINITION);
    create(cluster, "encke");
    cluster.await("the other comet is seen", () -> comets.seen.contains("encke"));
    assertThat(comets.seen).containsExactly("halley", "encke");
  }
}
