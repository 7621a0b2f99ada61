package io.jopf.jupyter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.simulated.SimulatedCluster;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Scenario
class SettingsConfigMapTest {

  @Test
  void settings_follow_the_config_map(SimulatedCluster cluster, @TempDir Path directory) {
    set(cluster, Map.of("INGRESS_DOMAIN", "first.org", "INGRESS_TLS_SECRET", "tls"));
    try (ApplicationContext context = start(cluster, directory)) {
      CurrentSettings settings = context.getBean(CurrentSettings.class);
      assertThat(settings.get().ingressDomain()).isEqualTo("first.org");
      assertThat(settings.get().ingressTlsSecret()).isEqualTo("tls");

      set(cluster, Map.of("INGRESS_DOMAIN", "second.org", "INGRESS_TLS_SECRET", ""));

      cluster.await(
          "the change is seen", () -> settings.get().ingressDomain().equals("second.org"));
      assertThat(settings.get().ingressTlsSecret()).isNull();
    }
  }

  private static ApplicationContext start(SimulatedCluster cluster, Path directory) {
    // the other client that Micronaut brings wants more of this answer than the simulation gives
    cluster
        .expect()
        .get()
        .withPath("/api")
        .andReturn(200, "{\"versions\":[\"v1\"],\"serverAddressByClientCIDRs\":[]}")
        .always();
    Path kubeconfig = directory.resolve("kubeconfig");
    cluster.writeKubeconfig(kubeconfig);
    Map<String, Object> properties = new HashMap<>(SettingsConfigMap.properties("settings"));
    properties.put("kubernetes.client.kube-config-path", kubeconfig.toString());
    properties.put("kubernetes.client.namespace", cluster.namespace());
    properties.put("jopf.enabled", false);
    properties.put("micronaut.server.port", -1);
    return ApplicationContext.run(EmbeddedServer.class, properties, Environment.KUBERNETES)
        .getApplicationContext();
  }

  private static void set(Cluster cluster, Map<String, String> data) {
    ConfigMap configMap =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("settings")
            .endMetadata()
            .withData(data)
            .build();
    cluster.client().resource(configMap).unlock().createOr(existing -> existing.update());
  }
}
