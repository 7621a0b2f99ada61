package io.jopf.demo.cluster;

import io.jopf.demo.Cleanup;
import io.jopf.test.ScaledTime;
import io.jopf.test.simulated.SimulatedCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A simulated cluster in this process, on 127.0.0.1. */
public final class SimulatedTarget {

  private static final int SPEED = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What an administrator puts on the nodes that shall run notebooks. */
  private static final Map<String, String> FOR_NOTEBOOKS =
      Map.of("informaticsmatters.com/purpose-application", "yes");

  private SimulatedTarget() {}

  /**
   * Starts it.
   *
   * @param directory for its files
   */
  public static Target start(Path directory, Cleanup cleanup) {
    // where the server underneath keeps its files, which it forgets when it is killed
    System.setProperty("vertx.cacheDirBase", directory.resolve("server").toString());
    ScaledTime time = cleanup.acquire(() -> ScaledTime.fasterThanReal(SPEED), ScaledTime::close);
    SimulatedCluster cluster =
        cleanup.acquire(() -> SimulatedCluster.start(time), SimulatedCluster::close);
    cluster.nodes("minikube", "node1", "node2", "node3", "node4");
    cluster
        .client()
        .nodes()
        .withName("node4")
        .edit(
            node -> {
              node.getMetadata().getLabels().putAll(FOR_NOTEBOOKS);
              return node;
            });
    Path kubeconfig = directory.resolve("kubeconfig");
    cluster.writeKubeconfig(kubeconfig);
    return new Target(
        cluster.client(),
        kubeconfig,
        "a simulated cluster, " + SPEED + " times faster than real",
        "jopf-demo",
        false,
        null,
        PATIENCE);
  }
}
