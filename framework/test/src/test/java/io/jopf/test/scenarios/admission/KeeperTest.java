package io.jopf.test.scenarios.admission;

import static io.jopf.test.scenarios.admission.Keeping.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.jopf.admission.config.ConfigurationKeeper;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhook configurations kept by several replicas and versions. */
@Scenario
class KeeperTest {

  private static final Instant LATER = START.plusSeconds(60);
  private static final String FIRST = "first.things.test-operator.jopf.io";
  private static final String SECOND = "second.things.test-operator.jopf.io";
  private static final String PERSISTENT = "persistent.things.test-operator.jopf.io";

  private Cluster cluster;
  private Keeping keeping;
  private Webhooks webhooks;

  @BeforeEach
  void prepare(Cluster given) {
    cluster = given;
    keeping = new Keeping(given);
    webhooks = new Webhooks(given);
  }

  @AfterEach
  void clean() {
    webhooks.validating().delete();
    webhooks.mutating().delete();
  }

  private ValidatingWebhookConfiguration stored() {
    return Objects.requireNonNull(webhooks.validating().get());
  }

  @Test
  void of_two_versions_the_one_that_was_started_last_keeps_the_configuration() {
    ConfigurationKeeper old = keeping.replica(START, "first");
    ConfigurationKeeper fresh = keeping.replica(LATER, "second");
    old.check("CA");
    assertThat(webhooks.names()).containsExactly(FIRST);

    fresh.check("CA");
    old.check("CA");
    assertThat(webhooks.names()).containsExactly(SECOND);

    old.release(false, "CA");
    assertThat(webhooks.names()).containsExactly(SECOND);

    // rolled back: the former version is started again
    keeping.replica(LATER.plusSeconds(60), "first").check("CA");
    fresh.check("CA");
    assertThat(webhooks.names()).containsExactly(FIRST);
  }

  @Test
  void replicas_of_one_version_write_once_and_mend_together() {
    ConfigurationKeeper one = keeping.replica(START, "first", "second");
    ConfigurationKeeper other = keeping.replica(LATER, "first", "second");
    one.check("CA");
    other.check("CA");
    String version = stored().getMetadata().getResourceVersion();

    one.check("CA");
    other.check("CA");
    assertThat(stored().getMetadata().getResourceVersion()).isEqualTo(version);

    webhooks.validating().delete();
    one.check("CA");
    assertThat(webhooks.names()).containsExactly(FIRST, SECOND);
  }

  @Test
  void a_new_bundle_is_written() {
    ConfigurationKeeper keeper = keeping.replica(START, "first");
    keeper.check("CA");

    keeper.check("CB");

    assertThat(stored().getWebhooks().get(0).getClientConfig().getCaBundle()).isEqualTo("Q0I=");
  }

  @Test
  void a_bundle_that_cert_manager_fills_in_is_left_to_it() {
    ConfigurationKeeper keeper = keeping.replica(false, START, "sales/shop", "first");
    keeper.check("CA");
    assertThat(stored().getMetadata().getAnnotations())
        .containsEntry("cert-manager.io/inject-ca-from", "sales/shop");
    assertThat(stored().getWebhooks().get(0).getClientConfig().getCaBundle()).isNull();
    webhooks
        .validating()
        .edit(
            one -> {
              one.getWebhooks().get(0).getClientConfig().setCaBundle("Q0I=");
              return one;
            });

    keeper.check("CA");

    assertThat(stored().getWebhooks().get(0).getClientConfig().getCaBundle()).isEqualTo("Q0I=");
  }

  @Test
  void a_configuration_without_handlers_is_deleted_if_it_was_ours() {
    keeping.replica(START, "first").check("CA");

    keeping.replica(LATER).check("CA");

    assertThat(webhooks.validating().get()).isNull();
  }

  @Test
  void the_last_replica_leaves_what_is_persistent_and_one_of_several_leaves_all() {
    ConfigurationKeeper keeper = keeping.replica(START, "first", "persistent");
    keeper.check("CA");

    keeper.release(true, "CA");
    assertThat(webhooks.names()).containsExactly(FIRST, PERSISTENT);

    keeper.release(false, "CA");
    assertThat(webhooks.names()).containsExactly(PERSISTENT);

    keeping.replica(LATER, "first").release(false, "CA");
    assertThat(webhooks.validating().get()).isNull();
  }

  @Test
  void other_replicas_are_those_that_are_ready_behind_the_service() {
    cluster.apply(
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: one
          labels: {kubernetes.io/service-name: test-operator}
        addressType: IPv4
        endpoints:
        - addresses: [10.0.0.1]
          conditions: {ready: true}
          targetRef: {kind: Pod, name: a}
        - addresses: [10.0.0.2]
          conditions: {ready: false}
          targetRef: {kind: Pod, name: b}
        """);

    assertThat(keeping.peers("a").others()).isFalse();
    assertThat(keeping.peers("b").others()).isTrue();
  }
}
