package io.jopf.test.scenarios.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("control-plane-only")
@JopfTest(
    handlers = ParcelHandlers.class,
    crds = "framework/test/src/test/resources/scenarios/parcel.yaml",
    properties = "jopf.workers=1")
class VersionsTest {

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final String DEFINITION = "parcels.versions.jopf.io";

  private static void create(Cluster cluster, String name, int weight) {
    Parcel parcel = new Parcel();
    parcel.getMetadata().setName(name);
    parcel.setSpec(new Parcel.Spec());
    parcel.getSpec().weight = weight;
    cluster.client().resource(parcel).create();
  }

  /** A parcel as a user of the other version sees it. */
  private static Resource<GenericKubernetesResource> second(Cluster cluster, String name) {
    return cluster
        .client()
        .genericKubernetesResources("versions.jopf.io/v2", "Parcel")
        .withName(name);
  }

  private static void awaitWeighed(Cluster cluster, String name, int weight) {
    cluster.await(
        name + " is weighed: " + weight,
        () -> {
          Parcel parcel = Objects.requireNonNull(cluster.get(Parcel.class, name));
          Map<String, Object> status = parcel.getStatus();
          return status != null && Integer.valueOf(weight).equals(status.get("weigh"));
        });
  }

  /** The last write of a cycle is the one of the state. */
  private static void awaitRemembered(Cluster cluster, String name) {
    cluster.await(
        name + " is remembered",
        () -> {
          Map<String, String> annotations =
              Objects.requireNonNull(cluster.get(Parcel.class, name))
                  .getMetadata()
                  .getAnnotations();
          return annotations.toString().contains("baseline");
        });
  }

  private static void store(Cluster cluster, String version) {
    cluster
        .client()
        .resources(CustomResourceDefinition.class)
        .withName(DEFINITION)
        .edit(
            definition -> {
              definition
                  .getSpec()
                  .getVersions()
                  .forEach(one -> one.setStorage(one.getName().equals(version)));
              return definition;
            });
  }

  @Test
  void another_version_is_stored_while_objects_are_handled_and_no_handler_notices(
      Cluster cluster, Operator operator, ParcelHandlers handlers) {
    create(cluster, "tom", 1);
    awaitWeighed(cluster, "tom", 1);
    awaitRemembered(cluster, "tom");

    store(cluster, "v2");
    // stored anew, in the other version, as a migration does
    String before = second(cluster, "tom").require().getMetadata().getResourceVersion();
    cluster.await(
        "it is stored anew",
        () ->
            !second(cluster, "tom")
                .patch(MERGE, "{}")
                .getMetadata()
                .getResourceVersion()
                .equals(before));
    create(cluster, "jerry", 2);
    awaitWeighed(cluster, "jerry", 2);
    second(cluster, "tom").patch(MERGE, "{\"spec\":{\"weight\":3}}");
    awaitWeighed(cluster, "tom", 3);

    assertThat(handlers.log).containsExactly("create tom 1", "create jerry 2", "update tom 3");
    cluster.await("nothing is missing", () -> operator.watchesDown().isEmpty());
  }

  @Test
  void what_a_rule_of_the_definition_refuses_is_told_and_holds_nobody_else_up(
      Cluster cluster, ParcelHandlers handlers) {
    create(cluster, "tom", 200);
    cluster.await("its users are told", () -> !new Things(cluster).warnings("tom").isEmpty());
    create(cluster, "jerry", 2);
    awaitWeighed(cluster, "jerry", 2);

    assertThat(new Things(cluster).warnings("tom"))
        .singleElement()
        .asString()
        .startsWith("WriteRefused: Parcel.versions.jopf.io \"tom\" is invalid: status")
        .contains("a parcel of more than 100 is not carried");
    assertThat(handlers.log).containsExactly("create tom 200", "create jerry 2");

    second(cluster, "tom").patch(MERGE, "{\"spec\":{\"weight\":50}}");
    awaitWeighed(cluster, "tom", 50);
    assertThat(handlers.log).containsExactly("create tom 200", "create jerry 2", "create tom 50");
  }
}
