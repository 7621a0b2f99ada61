package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import org.junit.jupiter.api.Test;

@JopfTest(
    crds = {
      "roles/operator/files/crd.yaml",
      "apps/jupyter-operator/src/test/resources/httproutes.yaml"
    },
    properties = {
      "jupyter.ingress.domain=example.com",
      "jupyter.pod.node-selector.key=",
      "jupyter.network.gateway=infra/public",
      "jupyter.network.policy=enabled"
    })
class NetworkScenarioTest {

  @Test
  void route_and_policy_are_made_and_come_back_and_an_ingress_goes_that_is_not_wanted(
      Cluster cluster, TestOperator operator) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    notebook.awaitMade();
    cluster.await("there is a route", () -> cluster.get(HTTPRoute.class, "nb") != null);
    cluster.await("there is a policy", () -> cluster.get(NetworkPolicy.class, "nb") != null);
    assertThat(cluster.get(Ingress.class, "nb")).isNotNull();

    cluster.client().resources(HTTPRoute.class).withName("nb").delete();
    cluster.client().resources(NetworkPolicy.class).withName("nb").delete();
    cluster.await("there is a route again", () -> cluster.get(HTTPRoute.class, "nb") != null);
    cluster.await("there is a policy again", () -> cluster.get(NetworkPolicy.class, "nb") != null);

    operator.stop();
    TestOperator without = operator.replica("jupyter.ingress.wanted=no");
    try {
      without.start();
      cluster.await("the Ingress is gone", () -> cluster.get(Ingress.class, "nb") == null);
      cluster.await("it is idle", without::isIdle);
      assertThat(cluster.get(HTTPRoute.class, "nb")).isNotNull();
      assertThat(cluster.get(Ingress.class, "nb")).isNull();
    } finally {
      without.stop();
    }
  }
}
