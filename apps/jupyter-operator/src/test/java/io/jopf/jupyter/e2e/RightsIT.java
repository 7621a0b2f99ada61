package io.jopf.jupyter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jupyter.Samples;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.Kubeconfig;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.real.RealCluster;
import io.jopf.test.real.ServiceUser;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Scenario
@Tag("control-plane-only")
class RightsIT {

  @RegisterExtension private final OperatorJar operator = OperatorJar.ofThisModule();

  @Test
  void its_role_is_enough(Cluster cluster) {
    RunningNotebook notebook = RunningNotebook.on(cluster);
    ServiceUser user = ServiceUser.create((RealCluster) cluster, "operator");
    user.bind(Samples.root().resolve("roles/operator/files/cluster-role.yaml"));
    Map<String, String> settings =
        Map.of(
            "KUBECONFIG", Kubeconfig.of(cluster.client(), user.token()).toString(),
            "INGRESS_DOMAIN", "example.com",
            "JO_POD_NODE_SELECTOR_KEY", "");
    operator.start(settings).awaitReady();

    notebook.applyVolume("node1", Path.of("/projects"));
    notebook.apply("jupyter/minimal-notebook:1");
    notebook.awaitAvailable();
    assertThat(notebook.objects()).hasSize(8);
    notebook.delete();
    cluster.await("nothing is left", () -> notebook.objects().findAny().isEmpty());

    assertThat(user.refused()).isEmpty();
    assertThat(user.requests()).contains("201 patch secrets", "201 patch deployments");
  }
}
