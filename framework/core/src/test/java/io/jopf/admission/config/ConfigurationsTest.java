package io.jopf.admission.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.jopf.ObjectKey;
import io.jopf.Operation;
import io.jopf.admission.review.AdmissionHandler;
import io.jopf.handler.IllegalHandlerException;
import io.jopf.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationsTest {

  private static final Target SERVICE = new Target(null, "front", "sales", 443);
  private static final ObjectKey SECRET = new ObjectKey("sales", "shop-webhook-cert");

  private static Configurations of(Target target, String... namespaces) {
    return new Configurations(new Scope("shop", List.of(namespaces), SECRET), target);
  }

  private static JsonNode entry(AdmissionHandler handler) {
    return of(SERVICE).entries(List.of(handler), "CA").path(0);
  }

  @Test
  void an_entry_says_all_that_the_handler_says() throws IOException {
    assertThat(
            of(SERVICE, "b", "a").entries(List.of(Handlers.validating(Job.class, "limits")), "CA"))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                [{"name": "limits.jobs.shop.jopf.io",
                  "clientConfig": {
                    "service": {"name": "front", "namespace": "sales", "port": 443,
                                "path": "/validate/jobs.batch/limits"},
                    "caBundle": "Q0E="},
                  "rules": [{"apiGroups": ["batch"], "apiVersions": ["v1"],
                             "resources": ["jobs"], "operations": ["CREATE", "DELETE"],
                             "scope": "Namespaced"}],
                  "failurePolicy": "Fail", "sideEffects": "None", "matchPolicy": "Equivalent",
                  "namespaceSelector": {"matchExpressions": [
                    {"key": "kubernetes.io/metadata.name", "operator": "In",
                     "values": ["a", "b"]}]},
                  "objectSelector": {}, "timeoutSeconds": 7, "admissionReviewVersions": ["v1"]}]
                """));
  }

  @Test
  void outside_the_cluster_a_handler_has_a_url() {
    Target outside = new Target("https://10.0.0.1:9443", "front", "sales", 443);

    assertThat(outside.client("/validate/pods/x", ""))
        .hasToString("{\"url\":\"https://10.0.0.1:9443/validate/pods/x\"}");
    assertThat(outside.names()).containsExactly("10.0.0.1");
    assertThat(new Target("https://[::1]:9443", "", "", 0).names()).containsExactly("::1");
    assertThat(SERVICE.names())
        .containsExactly(
            "front", "front.sales", "front.sales.svc", "front.sales.svc.cluster.local");
  }

  @Test
  void subresources_and_scope_follow_the_handler() {
    AdmissionHandler status = Handlers.handler(Pod.class, "x", "status", Set.of(Operation.UPDATE));
    AdmissionHandler any = Handlers.handler(Pod.class, "x", "*", Set.of(Operation.UPDATE));
    AdmissionHandler cluster = Handlers.validating(Namespace.class, "x");

    assertThat(entry(status).at("/rules/0/resources")).hasToString("[\"pods/status\"]");
    assertThat(entry(any).at("/rules/0/resources")).hasToString("[\"pods\",\"pods/*\"]");
    assertThat(entry(cluster).at("/rules/0/scope").asText()).isEqualTo("Cluster");
    assertThat(entry(cluster).at("/namespaceSelector")).isEmpty();
  }

  @Test
  void labels_are_left_to_the_api_server_as_far_as_it_can_compare_them() {
    assertThat(
            entry(Handlers.labelled(Pod.class, "a in (y,x),!b,c,d!=e,f>1"))
                .at("/objectSelector/matchExpressions"))
        .hasToString(
            "[{\"key\":\"a\",\"operator\":\"In\",\"values\":[\"x\",\"y\"]},"
                + "{\"key\":\"b\",\"operator\":\"DoesNotExist\"},"
                + "{\"key\":\"c\",\"operator\":\"Exists\"},"
                + "{\"key\":\"d\",\"operator\":\"NotIn\",\"values\":[\"e\"]}]");
  }

  @Test
  void the_operators_own_secret_and_leases_are_left_out() {
    assertThat(entry(Handlers.validating(Secret.class, "x")).at("/matchConditions/0/expression"))
        .hasToString("\"!(request.namespace == 'sales' && request.name == 'shop-webhook-cert')\"");
    assertThat(entry(Handlers.validating(Lease.class, "x")).at("/matchConditions/0/expression"))
        .hasToString("\"!(request.namespace == 'sales' && request.name.startsWith('shop'))\"");
    assertThat(entry(Handlers.validating(Pod.class, "x")).has("matchConditions")).isFalse();
  }

  @Test
  void patterns_of_namespaces_are_a_condition_whose_last_match_decides() {
    Configurations some = of(SERVICE, "team-*", "!team-a", "b?");
    JsonNode entry = some.entries(List.of(Handlers.validating(Pod.class, "x")), "").path(0);
    JsonNode cluster = some.entries(List.of(Handlers.validating(Namespace.class, "x")), "").path(0);

    assertThat(entry.at("/namespaceSelector")).isEmpty();
    assertThat(entry.at("/matchConditions/0/expression").asText())
        .isEqualTo(
            "request.namespace.matches('^b.$') ? true :"
                + " (request.namespace.matches('^team-a$') ? false :"
                + " (request.namespace.matches('^team-.*$') ? true : (false)))");
    assertThat(cluster.has("matchConditions")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "limits, limits",
    "checkImageName, check-image-name",
    "check_it, check-it",
    "a.b_, a.b",
    "X2Y, x2-y",
    "a-._b, a.b"
  })
  void a_name_is_a_domain_name(String id, String label) {
    assertThat(entry(Handlers.validating(Pod.class, id)).path("name").asText())
        .isEqualTo(label + ".pods.shop.jopf.io");
  }

  @Test
  void two_handlers_with_one_name_are_refused() {
    List<AdmissionHandler> same =
        List.of(Handlers.validating(Pod.class, "a_b"), Handlers.validating(Pod.class, "aB"));

    assertThatExceptionOfType(IllegalHandlerException.class)
        .isThrownBy(() -> of(SERVICE).entries(same, ""))
        .withMessage(
            "two admission handlers would be the webhook a-b.pods.shop.jopf.io: set id on one of"
                + " them");
  }
}
