package io.jopf.test.scenarios.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = ThingRules.class, crds = Things.DEFINITION)
@Tag("control-plane-only")
class AdmissionTest {

  @BeforeEach
  void the_api_server_asks(Cluster cluster) {
    Thing large = Things.thing("large", 101);
    new Webhooks(cluster)
        .awaitAsked(() -> cluster.client().resource(large).dryRun().create(), true);
  }

  @Test
  void a_refused_request_gets_the_code_and_the_message_of_the_handler(Cluster cluster) {
    KubernetesClientException refusal =
        catchThrowableOfType(
            KubernetesClientException.class, () -> new Things(cluster).create("tom", 101));

    assertThat(refusal.getCode()).isEqualTo(422);
    assertThat(refusal.getStatus().getReason()).isEqualTo("Invalid");
    assertThat(refusal.getStatus().getMessage())
        .isEqualTo(
            "admission webhook \"limits.things.test-operator.jopf.io\" denied the request:"
                + " spec.size is 101, at most 100");
    assertThat(cluster.get(Thing.class, "tom")).isNull();
  }

  @Test
  void an_applied_object_is_stored_as_the_handler_changes_it(Cluster cluster) {
    cluster.apply(
        """
        apiVersion: scenarios.jopf.io/v1
        kind: Thing
        metadata: {name: tom}
        spec: {size: 1, colour: RED, parts: [{name: nut, count: 2}]}
        """);

    Thing stored = new Things(cluster).get("tom");
    assertThat(stored.getSpec().colour).isEqualTo("red");
    assertThat(stored.getSpec().parts).containsExactly(new Thing.Part("nut", 2));
    assertThat(stored.getMetadata().getLabels()).containsEntry("spelling", "checked");
  }

  @Test
  void a_warning_reaches_who_made_the_request(Cluster cluster) throws Exception {
    HttpClient http = cluster.client().getHttpClient();
    String url =
        URI.create(cluster.client().getMasterUrl().toString())
            .resolve("/apis/scenarios.jopf.io/v1/namespaces/" + cluster.namespace() + "/things")
            .toString();
    String body = cluster.client().getKubernetesSerialization().asJson(Things.thing("tom", 51));

    HttpResponse<String> response =
        http.sendAsync(
                http.newHttpRequestBuilder().uri(url).post("application/json", body).build(),
                String.class)
            .get();

    assertThat(response.code()).isEqualTo(201);
    assertThat(response.headers("Warning"))
        .containsExactly("299 - \"spec.size is more than most want\"");
  }

  @Test
  void a_dry_run_is_changed_and_refused_like_any_request_and_its_handler_knows(
      Cluster cluster, ThingRules rules) {
    Things things = new Things(cluster);
    Thing loud = Things.thing("tom", 1);
    loud.getSpec().colour = "RED";

    assertThat(cluster.client().resource(loud).dryRun().create().getSpec().colour).isEqualTo("red");
    assertThat(cluster.get(Thing.class, "tom")).isNull();

    things.create(loud);
    things.named("tom").dryRun().delete();
    assertThat(rules.dryRuns).containsExactly("DELETE tom");
    assertThat(cluster.get(Thing.class, "tom")).isNotNull();
  }

  @Test
  void a_handler_knows_who_asks(Cluster cluster) {
    Things things = new Things(cluster);
    Thing gold = Things.thing("tom", 1);
    gold.getSpec().colour = "gold";
    things.create(gold);

    KubernetesClientException refusal =
        catchThrowableOfType(KubernetesClientException.class, () -> things.named("tom").delete());

    assertThat(refusal.getCode()).isEqualTo(403);
    assertThat(refusal.getStatus().getMessage()).endsWith("admin does not throw gold away");
    things.edit("tom", thing -> thing.getSpec().colour = "brass");
    things.named("tom").delete();
  }

  @Test
  void other_namespaces_are_not_asked_about(Cluster cluster) {
    String elsewhere = cluster.namespace() + "-elsewhere";
    cluster
        .client()
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(elsewhere).endMetadata().build())
        .create();

    Thing stored =
        cluster.client().resource(Things.thing("large", 101)).inNamespace(elsewhere).create();

    assertThat(stored.getMetadata().getLabels()).isNullOrEmpty();
    cluster.client().namespaces().withName(elsewhere).delete();
  }

  @Test
  void what_is_not_persistent_goes_when_the_operator_stops(Cluster cluster, TestOperator operator) {
    Webhooks webhooks = new Webhooks(cluster);
    operator.stop();

    assertThat(webhooks.validating().get()).isNull();
    assertThat(webhooks.mutating().get()).isNull();
    webhooks.awaitAsked(() -> new Things(cluster).create("large", 101), false);
  }

  @Test
  void without_the_operator_a_request_fails_by_its_policy(Cluster cluster, TestOperator operator) {
    operator.kill();

    KubernetesClientException refusal =
        catchThrowableOfType(
            KubernetesClientException.class, () -> new Things(cluster).create("tom", 1));

    assertThat(refusal.getStatus().getMessage()).contains("failed calling webhook");
  }

  @Test
  void configurations_that_were_edited_or_deleted_are_mended(Cluster cluster) {
    Webhooks webhooks = new Webhooks(cluster);
    webhooks
        .validating()
        .edit(
            one -> {
              one.getWebhooks().forEach(hook -> hook.setFailurePolicy("Ignore"));
              return one;
            });
    cluster.await(
        "the policy is ours again", () -> webhooks.policies().equals(List.of("Fail", "Fail")));

    webhooks.mutating().delete();
    cluster.await("it is there again", () -> webhooks.mutating().get() != null);
  }

  @Test
  void the_entry_of_a_handler_that_is_gone_goes(Cluster cluster, TestOperator operator) {
    Webhooks webhooks = new Webhooks(cluster);
    operator.stop();
    // what an earlier version of the operator left when it was killed
    cluster
        .client()
        .load(
            new java.io.ByteArrayInputStream(
                """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata: {name: %s}
                webhooks:
                - name: former.things.test-operator.jopf.io
                  clientConfig: {url: "https://127.0.0.1:1/validate/things/former"}
                  sideEffects: None
                  admissionReviewVersions: [v1]
                """
                    .formatted(webhooks.name())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .items()
        .forEach(
            one ->
                cluster
                    .client()
                    .resource(one)
                    .fieldManager(Things.MARKS.operator())
                    .serverSideApply());

    operator.start();

    assertThat(webhooks.names())
        .containsExactlyInAnyOrder(
            "limits.things.test-operator.jopf.io", "keep.things.test-operator.jopf.io");
  }

  @Test
  void the_secret_holds_a_certificate_and_nothing_that_could_sign(Cluster cluster) {
    Secret secret = cluster.get(Secret.class, "test-operator-webhook-cert");

    assertThat(secret).isNotNull();
    assertThat(secret.getType()).isEqualTo("kubernetes.io/tls");
    assertThat(secret.getData()).containsOnlyKeys("tls.crt", "tls.key", "ca.crt");
    assertThat(secret.getMetadata().getLabels())
        .isEqualTo(Map.of("app.kubernetes.io/managed-by", "test-operator"));
  }
}
