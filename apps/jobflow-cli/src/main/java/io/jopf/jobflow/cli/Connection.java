package io.jopf.jobflow.cli;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.File;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Connects as kubectl does. */
final class Connection implements Session.Connector {

  @Override
  public KubernetesClient connect(ClusterOptions options) {
    Config config = new ConfigBuilder(config(options)).withRequestRetryBackoffLimit(1).build();
    if (options.namespace != null) {
      config.setNamespace(options.namespace);
    } else if (config.getNamespace() == null) {
      config.setNamespace("default");
    }
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static Config config(ClusterOptions options) {
    File file = options.kubeconfig;
    if (file != null && !file.isFile()) {
      throw new CliException("--kubeconfig: there is no file " + file);
    }
    Config config;
    try {
      config =
          file == null
              ? Config.autoConfigure(options.context)
              : Config.fromKubeconfig(options.context, file);
    } catch (KubernetesClientException | IllegalArgumentException e) {
      throw new CliException("the kubeconfig cannot be read: " + e.getMessage(), e);
    }
    check(config, options.context);
    if (config.getContexts() == null || config.getContexts().isEmpty()) {
      boolean inside = config.getOauthToken() != null || config.getAutoOAuthToken() != null;
      if (!inside && System.getenv("KUBERNETES_MASTER") == null) {
        throw new CliException(
            "there is no kubeconfig: neither --kubeconfig nor $KUBECONFIG nor ~/.kube/config");
      }
    }
    return config;
  }

  private static void check(Config config, @Nullable String context) {
    if (context != null) {
      List<String> known =
          Objects.requireNonNullElse(config.getContexts(), List.<NamedContext>of()).stream()
              .map(one -> one.getName())
              .toList();
      if (!known.contains(context)) {
        throw new CliException(
            "there is no context " + context + "; there are: " + String.join(", ", known));
      }
    }
  }
}
