package io.jopf.test.real;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jopf.test.Cluster;
import io.jopf.test.ClusterDump;
import io.jopf.test.Patience;
import io.jopf.test.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** A namespace on a real API server, shared by all tests of the JVM. */
public final class RealCluster implements Cluster {

  /** The garbage collector may take half a minute to notice a new kind. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static @Nullable ControlPlane shared;

  private final ControlPlane controlPlane;
  private final KubernetesClient client;
  private final String namespace;
  private final Timeline timeline = new Timeline(Instant::now);

  private RealCluster(ControlPlane controlPlane, boolean realNode) {
    this.controlPlane = controlPlane;
    namespace = "test-" + UUID.randomUUID().toString().substring(0, 8);
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(controlPlane.kubeconfig().toFile()))
            .withNamespace(namespace)
            .build();
    client = new KubernetesClientBuilder().withConfig(config).build();
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    if (!realNode) {
      nodes("node1");
    }
  }

  /** A namespace on the control plane with simulated nodes, at first {@code node1} alone. */
  public static RealCluster open() {
    return open(false);
  }

  /** A namespace on the control plane with one real node. */
  public static RealCluster openOnNode() {
    return open(true);
  }

  private static synchronized RealCluster open(boolean realNode) {
    ControlPlane running = shared;
    if (running == null || !running.isAlive()) {
      running = ControlPlane.start(realNode);
      shared = running;
    }
    return new RealCluster(running, realNode);
  }

  /**
   * Gives the real node an image.
   *
   * @param name such as {@code busybox:1.28}
   * @param rootFileSystem a directory with all files of the image
   * @throws IllegalStateException if there is no real node
   */
  public void load(String name, Path rootFileSystem) {
    controlPlane.load(name, rootFileSystem);
  }

  /**
   * Restarts the API server with its history compacted: no watch can go on from before. For all
   * tests of the JVM.
   */
  public void restartApiServer() {
    controlPlane.restartApiServer();
  }

  /** The administrator's kubeconfig, for other processes. */
  public Path kubeconfig() {
    return controlPlane.kubeconfig();
  }

  /** The API server's log of all requests so far, a JSON object of {@code audit.k8s.io} a line. */
  public Path auditLog() {
    return controlPlane.auditLog();
  }

  @Override
  public KubernetesClient client() {
    return client;
  }

  @Override
  public String namespace() {
    return namespace;
  }

  @Override
  public Timeline timeline() {
    return timeline;
  }

  @Override
  public void await(String what, BooleanSupplier condition) {
    try {
      Awaitility.await()
          .atMost(Patience.orUsually(PATIENCE))
          .pollInterval(Duration.ofMillis(50))
          .until(condition::getAsBoolean);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("Waited in vain until " + what + ". " + ClusterDump.of(this), e);
    }
  }

  @Override
  public void close() {
    client.namespaces().withName(namespace).delete();
    client.close();
  }
}
