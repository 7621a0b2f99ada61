package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.time.Time;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives pods without a node the first by name that is ready, not cordoned and has the labels the
 * pod selects.
 */
final class Scheduler extends Part {

  Scheduler(ApiServer server, Time time) {
    super(server, time);
  }

  @Override
  public void changed(HasMetadata object, boolean deleted) {
    if (object instanceof Node && !deleted) {
      objects.list(Pod.class, null).forEach(this::schedule);
    } else if (object instanceof Pod pod && !deleted) {
      Pod current =
          objects.get(Pod.class, pod.getMetadata().getNamespace(), pod.getMetadata().getName());
      if (current != null) {
        schedule(current);
      }
    }
  }

  private void schedule(Pod pod) {
    if (pod.getSpec().getNodeName() != null || !Pods.isActive(pod)) {
      return;
    }
    Optional<Node> node =
        objects.list(Node.class, null).stream().filter(n -> fits(pod, n)).findFirst();
    if (node.isPresent()) {
      pod.getSpec().setNodeName(node.get().getMetadata().getName());
      objects.update(pod);
    } else if (pod.getStatus().getConditions().isEmpty()) {
      pod.getStatus()
          .setConditions(
              List.of(Pods.condition("PodScheduled", false, "Unschedulable", timestamp())));
      objects.updateStatus(pod);
    }
  }

  private static boolean fits(Pod pod, Node node) {
    Map<String, String> labels = node.getMetadata().getLabels();
    Map<String, String> wanted = pod.getSpec().getNodeSelector();
    return Nodes.isReady(node)
        && !Boolean.TRUE.equals(node.getSpec().getUnschedulable())
        && (wanted == null || labels.entrySet().containsAll(wanted.entrySet()));
  }
}
