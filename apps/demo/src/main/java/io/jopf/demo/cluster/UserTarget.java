package io.jopf.demo.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.demo.Cleanup;
import io.jopf.demo.DemoException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The cluster of a user's kubeconfig. */
public final class UserTarget {

  /** The examples name this node. */
  private static final String NODE = "minikube";

  /** The longest chain of an example sleeps for 210 s; images may have to be pulled. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final int RETRIES = 2;

  private UserTarget() {}

  /**
   * Connects to it.
   *
   * @param namespace null for a new name
   */
  public static Target connect(Path kubeconfig, @Nullable String namespace, Cleanup cleanup) {
    Path file = kubeconfig.toAbsolutePath();
    if (!Files.isReadable(file)) {
      throw new DemoException("cannot read the kubeconfig " + kubeconfig);
    }
    KubernetesClient client = cleanup.acquire(() -> client(file), KubernetesClient::close);
    return new Target(
        client,
        file,
        "your cluster " + client.getMasterUrl(),
        Objects.requireNonNullElseGet(namespace, UserTarget::newName),
        true,
        hasNode(client) ? null : NODE,
        PATIENCE);
  }

  private static KubernetesClient client(Path kubeconfig) {
    try {
      Config config =
          new ConfigBuilder(Config.fromKubeconfig(kubeconfig.toFile()))
              .withRequestRetryBackoffLimit(RETRIES)
              .build();
      return new KubernetesClientBuilder().withConfig(config).build();
    } catch (RuntimeException e) {
      throw new DemoException("cannot use the kubeconfig " + kubeconfig + ": " + Reasons.of(e), e);
    }
  }

  private static boolean hasNode(KubernetesClient client) {
    try {
      return client.nodes().withName(NODE).get() != null;
    } catch (KubernetesClientException e) {
      throw new DemoException(
          "cannot work with the cluster at "
              + client.getMasterUrl()
              + " ("
              + Reasons.of(e)
              + "): is it up, and does the kubeconfig hold valid credentials?",
          e);
    }
  }

  private static String newName() {
    int ending = ThreadLocalRandom.current().nextInt(0x100000);
    return "jopf-demo-" + String.format(Locale.ROOT, "%05x", ending);
  }
}
