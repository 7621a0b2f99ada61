package io.jopf.jobflow.node;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlowSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why pods of a flow may never run where the flow wants them. It runs all the same: what is wrong
 * may be put right, and only the cluster knows for certain.
 *
 * @param reason one word
 * @param message for people
 */
public record PlacementRisk(String reason, String message) {

  /** What can be asked of a cluster. */
  public interface Cluster {
    /** A node; empty if there is none of that name. */
    Optional<NodeFacts> node(String name);

    /**
     * The StorageClass of a claim that is not bound and binds only once a pod of it is scheduled;
     * empty for any other claim, and if that cannot be found out.
     */
    Optional<String> waitingClass(String claim);
  }

  /**
   * The risks of a flow; asks for no claim unless steps are bound past the scheduler.
   *
   * @param sticky where it runs because its first step does; null if that is not so
   */
  public static List<PlacementRisk> of(JobFlowSpec spec, @Nullable String sticky, Cluster cluster) {
    List<PlacementRisk> risks = new ArrayList<>();
    if (sticky != null && cluster.node(sticky).isEmpty()) {
      risks.add(new PlacementRisk("NodeMissing", "node " + sticky + " of the first step has gone"));
    }
    String global = spec.globalParams() == null ? null : spec.globalParams().nodeName();
    Map<String, Optional<NodeFacts>> nodes = new HashMap<>();
    Set<String> unbound = new LinkedHashSet<>();
    for (Flow step : steps(spec)) {
      PodSpec pod = pod(step);
      String own = pod == null ? null : pod.getNodeName();
      String node = own == null || own.isEmpty() ? global : own;
      if (node == null || node.isEmpty()) {
        continue;
      }
      boolean first = !nodes.containsKey(node);
      Optional<NodeFacts> found = nodes.computeIfAbsent(node, cluster::node);
      if (first && found.isEmpty()) {
        risks.add(new PlacementRisk("NodeMissing", "no node is named " + node));
      }
      // what a template says of its own is for the template's author to know
      if (pod != null) {
        found.flatMap(facts -> repelling(facts, step, pod)).ifPresent(risks::add);
      }
      boolean bypasses = own != null || !"Affinity".equals(spec.nodeBinding());
      if (bypasses) {
        claims(spec, step).forEach(unbound::add);
      }
    }
    for (String claim : unbound) {
      cluster.waitingClass(claim).ifPresent(by -> risks.add(neverBinds(claim, by)));
    }
    return risks;
  }

  private static List<Flow> steps(JobFlowSpec spec) {
    return Stream.of(spec.flows(), spec.finalSteps())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .toList();
  }

  private static @Nullable PodSpec pod(Flow step) {
    return Optional.ofNullable(step.jobTemplate())
        .filter(template -> step.jobTemplateRef() == null || step.jobTemplateRef().isEmpty())
        .map(JobSpec::getTemplate)
        .map(PodTemplateSpec::getSpec)
        .orElse(null);
  }

  private static Optional<PlacementRisk> repelling(NodeFacts node, Flow step, PodSpec pod) {
    Tolerance tolerance = new Tolerance(pod.getTolerations());
    return node.taints().stream()
        .filter(taint -> taint.effect().equals("NoExecute") && !tolerance.bears(taint))
        .findFirst()
        .map(
            taint ->
                new PlacementRisk(
                    "NodeTainted",
                    "step "
                        + step.name()
                        + " does not tolerate the taint "
                        + taint.key()
                        + ":NoExecute of node "
                        + node.name()));
  }

  private static Stream<String> claims(JobFlowSpec spec, Flow step) {
    Set<String> mounted = new LinkedHashSet<>();
    for (VolumeMount mount : orNone(step.shareVolumeMounts())) {
      mounted.add(mount.getName());
    }
    return orNone(spec.shareVolumes()).stream()
        .filter(volume -> mounted.contains(volume.getName()))
        .map(Volume::getPersistentVolumeClaim)
        .filter(Objects::nonNull)
        .map(claim -> claim.getClaimName());
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }

  private static PlacementRisk neverBinds(String claim, String storageClass) {
    return new PlacementRisk(
        "ClaimNeverBinds",
        "claim "
            + claim
            + " binds when the scheduler places a pod (StorageClass "
            + storageClass
            + "), which nodeName bypasses; nodeBinding: Affinity helps");
  }
}
