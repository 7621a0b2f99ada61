package io.jopf.jobflow.node;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What matters of a node; what it reports with every heartbeat does not.
 *
 * @param name of the node
 * @param uid tells it from another one of the same name
 * @param labels all of them
 * @param taints those that keep pods away
 * @param cordoned whether it is closed to new pods
 * @param ready whether its kubelet says so
 */
public record NodeFacts(
    String name,
    String uid,
    Map<String, String> labels,
    List<Repulsion> taints,
    boolean cordoned,
    boolean ready) {

  /**
   * A taint that keeps pods away. When it came does not matter.
   *
   * @param effect NoSchedule or NoExecute
   */
  public record Repulsion(String key, String value, String effect) {}

  /** Both are copied. */
  public NodeFacts {
    labels = Map.copyOf(labels);
    taints = List.copyOf(taints);
  }

  /** A node that nothing is known of, and so nothing against. */
  public static NodeFacts unknown(String name) {
    return new NodeFacts(name, "", Map.of(), List.of(), false, true);
  }

  /** The facts of a node. */
  public static NodeFacts of(Node node) {
    Map<String, String> labels = node.getMetadata().getLabels();
    List<Taint> taints = node.getSpec() == null ? List.of() : node.getSpec().getTaints();
    boolean cordoned =
        node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable());
    boolean ready =
        node.getStatus() != null
            && node.getStatus().getConditions().stream()
                .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
    return new NodeFacts(
        node.getMetadata().getName(),
        Objects.requireNonNullElse(node.getMetadata().getUid(), ""),
        labels == null ? Map.of() : labels,
        taints.stream()
            .filter(taint -> !"PreferNoSchedule".equals(taint.getEffect()))
            .map(
                taint ->
                    new Repulsion(
                        taint.getKey(),
                        Objects.requireNonNullElse(taint.getValue(), ""),
                        Objects.requireNonNullElse(taint.getEffect(), "")))
            .toList(),
        cordoned,
        ready);
  }
}
