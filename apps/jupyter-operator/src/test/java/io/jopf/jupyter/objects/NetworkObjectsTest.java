package io.jopf.jupyter.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.NotebookPlanner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkObjectsTest {

  @Test
  void a_route_leads_from_the_gateway_to_the_service() {
    HTTPRoute route = NotebookRoute.of(plan("network.gateway", "infra/public")).orElseThrow();

    assertThat(route.getMetadata().getName()).isEqualTo("nb");
    assertThat(route.getSpec().getParentRefs())
        .singleElement()
        .satisfies(
            gateway -> {
              assertThat(gateway.getNamespace()).isEqualTo("infra");
              assertThat(gateway.getName()).isEqualTo("public");
            });
    assertThat(route.getSpec().getHostnames()).containsExactly("example.com");
    var rule = route.getSpec().getRules().get(0);
    assertThat(rule.getMatches().get(0).getPath().getType()).isEqualTo("PathPrefix");
    assertThat(rule.getMatches().get(0).getPath().getValue()).isEqualTo("/nb");
    assertThat(rule.getBackendRefs().get(0).getName()).isEqualTo("nb");
    assertThat(rule.getBackendRefs().get(0).getPort()).isEqualTo(8888);
    assertThat(NotebookRoute.of(plan())).isEmpty();
  }

  @Test
  void there_is_an_ingress_unless_the_administrator_wants_none() {
    NotebookPlan beside = plan("network.gateway", "public");
    NotebookPlan instead = plan("network.gateway", "public", "ingress.wanted", "no");

    assertThat(ways(plan("network.policy", "yes")))
        .containsExactly("Service", "NetworkPolicy", "Ingress");
    assertThat(ways(beside)).containsExactly("Service", "Ingress", "HTTPRoute");
    assertThat(ways(instead)).containsExactly("Service", "HTTPRoute");
  }

  private static List<String> ways(NotebookPlan plan) {
    return DesiredObjects.way(plan).stream().map(HasMetadata::getKind).toList();
  }

  @Test
  void a_policy_lets_in_those_who_lead_users_there_and_the_operator() {
    NetworkPolicy policy =
        NotebookPolicy.of(
            plan(
                "network.controller-namespaces", "nginx, infra",
                "network.operator-namespace", "operators"));

    assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress");
    assertThat(policy.getSpec().getPodSelector().getMatchLabels())
        .isEqualTo(Map.of("deployment", "nb"));
    var rule = policy.getSpec().getIngress().get(0);
    assertThat(rule.getPorts().get(0).getPort().getIntVal()).isEqualTo(8888);
    assertThat(rule.getFrom())
        .extracting(from -> from.getNamespaceSelector().getMatchLabels().values().iterator().next())
        .containsExactly("nginx", "infra", "operators");
    assertThat(rule.getFrom().get(0).getPodSelector()).isNull();
    assertThat(rule.getFrom().get(2).getPodSelector().getMatchLabels())
        .isEqualTo(Map.of("application", "jupyter-operator"));
  }

  private static NotebookPlan plan(String... settings) {
    return NotebookPlanner.plan(Samples.minimal(), Samples.settings(settings)).plan().orElseThrow();
  }
}
