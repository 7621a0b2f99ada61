package io.jopf.jupyter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.process.OperatorProcess;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The jar has not all of the client that this is done with. */
@Scenario
@Tag("control-plane-only")
class LoadedSettingsIT {

  @RegisterExtension private final OperatorJar jar = OperatorJar.ofThisModule();

  @Test
  void it_follows_the_config_map_that_is_named(Cluster cluster) {
    RunningNotebook notebook = RunningNotebook.on(cluster);
    settings(cluster, "first.org");
    OperatorProcess operator =
        jar.start(
                cluster,
                Map.of(
                    "JO_SETTINGS_CONFIGMAP", "settings",
                    "KUBERNETES_CLIENT_NAMESPACE", cluster.namespace(),
                    "JO_POD_NODE_SELECTOR_KEY", ""))
            .awaitReady();
    notebook.apply("jupyter/minimal-notebook:1");
    cluster.await("it has a URL", () -> notebook.url().startsWith("http://first.org/"));

    settings(cluster, "second.org");
    cluster.await("it moves", () -> notebook.url().startsWith("http://second.org/"));
    notebook.delete();
    cluster.await("nothing is left", () -> notebook.objects().findAny().isEmpty());
    assertThat(operator.stop()).isZero();
  }

  private static void settings(Cluster cluster, String domain) {
    cluster.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {INGRESS_DOMAIN: %s}
        """
            .formatted(domain));
  }
}
