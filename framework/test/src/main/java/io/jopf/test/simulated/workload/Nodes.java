package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.Map;

/**
 * The cluster's nodes: each a kubelet that says it is ready. Pods of a removed one are lost, but as
 * in a real cluster not at once: nodes may only seem to have gone.
 */
public final class Nodes extends Part {
  private static final Duration QUARANTINE = Duration.ofSeconds(40);

  Nodes(ApiServer server, Time time) {
    super(server, time);
  }

  static boolean isReady(Node node) {
    return node.getStatus() != null
        && node.getStatus().getConditions().stream()
            .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  /** A node as a kubelet registers it, ready for pods. */
  public static Node ready(String name) {
    Map<String, Quantity> capacity =
        Map.of(
            "cpu", new Quantity("32"),
            "memory", new Quantity("256Gi"),
            "pods", new Quantity("1000"));
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .addToLabels("kubernetes.io/hostname", name)
        .addToLabels("kubernetes.io/os", "linux")
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .withCapacity(capacity)
        .withAllocatable(capacity)
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .withReason("KubeletReady")
        .endCondition()
        .addNewAddress(name, "Hostname")
        .endStatus()
        .build();
  }

  @Override
  public void changed(HasMetadata object, boolean deleted) {
    if (object instanceof Node && deleted) {
      String name = object.getMetadata().getName();
      after(QUARANTINE, () -> lose(name));
    }
  }

  private void lose(String node) {
    if (objects.list(Node.class, null).stream()
        .anyMatch(there -> node.equals(there.getMetadata().getName()))) {
      return;
    }
    for (Pod pod : objects.list(Pod.class, null)) {
      if (node.equals(pod.getSpec().getNodeName())) {
        if (!Pods.isOver(pod)) {
          Pods.over(pod, 137, "NodeLost", timestamp());
          pod.getStatus().setReason("NodeLost");
          objects.updateStatus(pod);
        }
        objects.delete(pod);
      }
    }
  }
}
