package io.jopf.test.faults;

import static io.jopf.test.faults.Verb.CREATE;
import static io.jopf.test.faults.Verb.GET;
import static io.jopf.test.faults.Verb.LIST;
import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.client.ClientFactory;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Scenario
class FaultProxyTest {

  private static final String MAPS = "configmaps";

  /** A client that does not try again by itself. */
  private static KubernetesClient client(FaultProxy faults) {
    return new KubernetesClientBuilder()
        .withConfig(new ConfigBuilder(faults.config()).withRequestRetryBackoffLimit(0).build())
        .build();
  }

  private static ConfigMap map(String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withData(Map.of("a", "b"))
        .build();
  }

  @Test
  void without_faults_everything_passes_and_is_recorded(Cluster cluster, FaultProxy faults) {
    try (KubernetesClient client = client(faults)) {
      client.resource(map("one")).create();
      client.configMaps().withName("one").edit(map -> map.edit().addToData("c", "d").build());
      assertThat(client.configMaps().withName("two").get()).isNull();
      client.configMaps().withName("one").delete();
    }

    assertThat(cluster.get(ConfigMap.class, "one")).isNull();
    assertThat(faults.exchanges())
        .hasToString(
            "[201 CREATE configmaps, 200 GET configmaps one, 200 PATCH configmaps one,"
                + " 404 GET configmaps two, 200 DELETE configmaps one]");
    assertThat(faults.exchanges(CREATE, MAPS).get(0).request().namespace())
        .isEqualTo(cluster.namespace());
    assertThat(faults.writes()).hasSize(3);
    assertThat(faults.describe().lines()).hasSize(6).last().asString().contains("200 DELETE");
  }

  @Test
  void an_answer_is_given_as_often_as_it_is_told_to_and_the_server_does_not_hear(
      Cluster cluster, FaultProxy faults) {
    Fault fault = faults.on(CREATE, MAPS).answer(409).times(2);
    try (KubernetesClient client = client(faults)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> client.resource(map("one")).create())
            .isInstanceOfSatisfying(
                KubernetesClientException.class,
                refused -> {
                  assertThat(refused.getCode()).isEqualTo(409);
                  assertThat(refused.getStatus().getReason()).isEqualTo("Conflict");
                });
        assertThat(cluster.get(ConfigMap.class, "one")).isNull();
      }
      client.resource(map("one")).create();
    }

    assertThat(fault.count()).isEqualTo(2);
    assertThat(faults.writes()).extracting(Exchange::code).containsExactly(409, 409, 201);
  }

  @Test
  void only_the_chosen_requests_are_struck(Cluster cluster, FaultProxy faults) {
    faults.on(GET, MAPS).named("one").answer(500);
    faults.on(GET, MAPS).in("elsewhere").answer(500);
    faults.on(LIST, MAPS).where(request -> request.query().contains("limit")).answer(500);
    try (KubernetesClient client = client(faults)) {
      assertThat(client.configMaps().withName("two").get()).isNull();
      assertThat(client.configMaps().list().getItems()).isNotNull();
      assertThatThrownBy(() -> client.configMaps().withName("one").get())
          .isInstanceOf(KubernetesClientException.class);

      faults.clear();
      assertThat(client.configMaps().withName("one").get()).isNull();
    }
    assertThat(cluster.list(ConfigMap.class)).isNotNull();
  }

  @Test
  void an_operator_comes_again_when_it_is_told_to(Cluster cluster, FaultProxy faults) {
    faults.on(CREATE, MAPS).answer(429).retryAfter(1).times(1);
    try (KubernetesClient client = ClientFactory.client(faults.config())) {
      client.resource(map("one")).create();
    }

    assertThat(cluster.get(ConfigMap.class, "one")).isNotNull();
    var attempts = faults.exchanges(CREATE, MAPS);
    assertThat(attempts).extracting(Exchange::code).containsExactly(429, 201);
    assertThat(Duration.between(attempts.get(0).at(), attempts.get(1).at()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(990));
  }

  @Test
  void what_is_dropped_has_not_happened(Cluster cluster, FaultProxy faults) {
    faults.on(CREATE, MAPS).drop();
    try (KubernetesClient client = client(faults)) {
      assertThatThrownBy(() -> client.resource(map("one")).create())
          .isInstanceOf(KubernetesClientException.class);
    }

    assertThat(cluster.get(ConfigMap.class, "one")).isNull();
    assertThat(faults.writes()).extracting(Exchange::code).containsOnly(0);
  }

  @Test
  void what_is_dropped_after_forwarding_has_happened(Cluster cluster, FaultProxy faults) {
    faults.on(PATCH, MAPS).dropAfterForwarding();
    cluster.client().resource(map("one")).create();
    try (KubernetesClient client = client(faults)) {
      assertThatThrownBy(
              () ->
                  client
                      .configMaps()
                      .withName("one")
                      .edit(map -> map.edit().addToData("c", "d").build()))
          .isInstanceOf(KubernetesClientException.class);
    }

    ConfigMap stored = cluster.get(ConfigMap.class, "one");
    assertThat(stored).isNotNull();
    assertThat(stored.getData()).containsEntry("c", "d");
  }

  @Test
  void a_held_request_waits_until_it_is_released(Cluster cluster, FaultProxy faults)
      throws InterruptedException {
    Hold hold = faults.on(CREATE, MAPS).hold();
    try (KubernetesClient client = client(faults)) {
      Thread creation = new Thread(() -> client.resource(map("one")).create());
      creation.start();
      cluster.await("it is held", hold::isReached);
      assertThat(cluster.get(ConfigMap.class, "one")).isNull();

      hold.release();
      creation.join();
    }

    assertThat(cluster.get(ConfigMap.class, "one")).isNotNull();
  }

  @Test
  void somebody_else_can_come_first(Cluster cluster, FaultProxy faults) {
    faults.on(CREATE, MAPS).first(() -> cluster.client().resource(map("one")).create()).times(1);
    try (KubernetesClient client = client(faults)) {
      assertThatThrownBy(() -> client.resource(map("one")).create())
          .hasMessageContaining("already exists");
    }
  }

  @Test
  void a_server_that_is_down_comes_back_as_it_was(Cluster cluster, FaultProxy faults) {
    try (KubernetesClient client = client(faults)) {
      client.resource(map("one")).create();
      faults.down();
      assertThatThrownBy(() -> client.configMaps().withName("one").get())
          .isInstanceOf(KubernetesClientException.class);
      assertThat(faults.exchanges()).hasSize(1);

      faults.up();
      assertThat(client.configMaps().withName("one").get()).isNotNull();
      assertThat(faults.connections()).isEqualTo(1);
    }
    cluster.await("connections end with the client", () -> faults.connections() == 0);
  }

  @Test
  void an_expired_token_is_refused_until_a_new_one_is_used(Cluster cluster, FaultProxy faults) {
    try (KubernetesClient client = client(faults)) {
      client.resource(map("one")).create();
      faults.expireToken();
      assertThatThrownBy(() -> client.configMaps().withName("one").get())
          .isInstanceOfSatisfying(
              KubernetesClientException.class,
              refused -> assertThat(refused.getCode()).isEqualTo(401));

      faults.renewToken();
      assertThat(client.configMaps().withName("one").get()).isNotNull();
    }

    assertThat(cluster.get(ConfigMap.class, "one")).isNotNull();
  }
}
