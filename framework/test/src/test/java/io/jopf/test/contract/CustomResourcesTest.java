package io.jopf.test.contract;

import static io.jopf.test.contract.Things.MERGE;
import static io.jopf.test.contract.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Scenario
class CustomResourcesTest {

  @Test
  void the_generation_counts_changes_of_the_spec_alone(Cluster cluster) {
    var things = Things.in(cluster);
    var created = cluster.client().resource(thing(cluster, "t", Map.of("size", 1))).create();
    assertThat(created.getMetadata().getGeneration()).isEqualTo(1);

    var labelled = things.withName("t").patch(MERGE, "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}");
    assertThat(labelled.getMetadata().getGeneration()).isEqualTo(1);

    var changed = things.withName("t").patch(MERGE, "{\"spec\":{\"size\":2}}");
    assertThat(changed.getMetadata().getGeneration()).isEqualTo(2);
  }

  @Test
  void the_status_is_written_through_its_subresource_alone(Cluster cluster) {
    var things = Things.in(cluster);
    GenericKubernetesResource asked = thing(cluster, "t", Map.of("size", 1));
    asked.setAdditionalProperty("status", Map.of("phase", "Wished"));
    assertThat(cluster.client().resource(asked).create().<Object>get("status")).isNull();

    things.withName("t").patch(MERGE, "{\"status\":{\"phase\":\"Main\"}}");
    assertThat(things.withName("t").get().<Object>get("status")).isNull();

    things
        .withName("t")
        .subresource("status")
        .patch(MERGE, "{\"spec\":{\"size\":9},\"status\":{\"phase\":\"Done\"}}");
    GenericKubernetesResource stored = things.withName("t").get();
    assertThat(stored.<Object>get("status", "phase")).isEqualTo("Done");
    assertThat(stored.<Object>get("spec", "size")).isEqualTo(1);
    assertThat(stored.getMetadata().getGeneration()).isEqualTo(1);
  }

  @Test
  void defaults_are_filled_in_and_unknown_fields_dropped(Cluster cluster) {
    Things.in(cluster);
    var stored =
        cluster.client().resource(thing(cluster, "t", Map.of("size", 1, "typo", true))).create();

    assertThat(stored.<Map<String, Object>>get("spec"))
        .isEqualTo(Map.of("size", 1, "colour", "red"));
  }

  @Test
  void what_breaks_the_schema_is_invalid(Cluster cluster) {
    Things.in(cluster);

    assertThatThrownBy(
            () ->
                cluster
                    .client()
                    .resource(thing(cluster, "t", Map.of("size", 0, "colour", "blue")))
                    .create())
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(422))
        .hasMessageContaining("spec.size")
        .hasMessageContaining("spec.colour");
  }

  @Test
  void an_update_must_say_what_it_is_based_on(Cluster cluster) {
    Things.in(cluster);
    cluster.client().resource(thing(cluster, "t", Map.of("size", 1))).create();
    String path = "/apis/contract.jopf.io/v1/namespaces/" + cluster.namespace() + "/things/t";

    assertThatThrownBy(
            () -> cluster.client().raw(path, "PUT", thing(cluster, "t", Map.of("size", 2))))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(422));
  }

  @Test
  void objects_of_an_undefined_kind_are_not_found(Cluster cluster) {
    String path = "/apis/nobody.jopf.io/v1/namespaces/" + cluster.namespace() + "/ghosts";

    // null is how the client tells 404
    assertThat(cluster.client().raw(path)).isNull();
  }

  @Test
  void a_defined_kind_is_found_by_discovery(Cluster cluster) {
    Things.in(cluster);

    assertThat(cluster.client().getApiResources("contract.jopf.io/v1").getResources())
        .extracting(r -> r.getName() + " " + r.getKind() + " " + r.getNamespaced())
        .contains("things Thing true", "things/status Thing true");
    assertThat(cluster.client().hasApiGroup("contract.jopf.io", true)).isTrue();
  }
}
