package io.jopf.bench.http;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;

/** Clients as an operator configures them, on whatever HTTP client is on the class path. */
final class Connection {

  private static final int PARALLEL_REQUESTS = 512;

  private Connection() {}

  static KubernetesClient open(Config config) {
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  static ConfigBuilder config(Path kubeconfig) {
    return new ConfigBuilder(Config.fromKubeconfig(kubeconfig.toFile()))
        .withMaxConcurrentRequests(PARALLEL_REQUESTS)
        .withMaxConcurrentRequestsPerHost(PARALLEL_REQUESTS);
  }
}
