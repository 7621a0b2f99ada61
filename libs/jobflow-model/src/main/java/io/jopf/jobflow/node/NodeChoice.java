package io.jopf.jobflow.node;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.jopf.flow.rollout.Place;
import io.jopf.jobflow.api.DaemonJobSpec;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes a DaemonJob is for: those that its names, labels and exclusions choose, and of these
 * the ones that its taint policy and readiness do not leave out for the time being.
 */
public final class NodeChoice {
  private static final NodeFacts.Repulsion CORDON =
      new NodeFacts.Repulsion("node.kubernetes.io/unschedulable", "", "NoSchedule");

  private final boolean any;
  private final Set<String> excluded;
  private final Set<String> names;
  private final @Nullable LabelSelector labels;
  private final boolean respectsTaints;
  private final boolean onlyReady;
  private final Tolerance tolerance;
  private final @Nullable String topologyKey;

  /** What a spec chooses; without a spec, or with one that makes no sense, nothing. */
  public NodeChoice(@Nullable DaemonJobSpec spec) {
    any = spec != null && DaemonJobProblems.of(spec).isEmpty();
    excluded = spec == null ? Set.of() : names(spec.getExcludeNodeList());
    names = spec == null ? Set.of() : Set.copyOf(orNone(spec.getNodeNames()));
    labels = spec == null ? null : spec.getNodeSelector();
    respectsTaints = spec != null && "Respect".equals(spec.getTaintPolicy());
    topologyKey = spec == null ? null : spec.getTopologyKey();
    onlyReady = spec != null && Boolean.TRUE.equals(spec.getOnlyReadyNodes());
    tolerance =
        new Tolerance(
            Optional.ofNullable(spec)
                .map(DaemonJobSpec::getTemplate)
                .map(PodTemplateSpec::getSpec)
                .map(PodSpec::getTolerations)
                .orElse(List.of()));
  }

  /** Names separated by commas; spaces, empty items and repetitions do not matter. */
  static Set<String> names(@Nullable String list) {
    Set<String> names = new TreeSet<>();
    if (list != null) {
      Arrays.stream(list.split(",", -1))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .forEach(names::add);
    }
    return names;
  }

  /** What a node means to it. */
  public Place place(NodeFacts node) {
    Place place = looked(node);
    return topologyKey == null
        ? place
        : place.in(Objects.requireNonNullElse(node.labels().get(topologyKey), ""));
  }

  private Place looked(NodeFacts node) {
    boolean wanted =
        any
            && !excluded.contains(node.name())
            && (names.isEmpty() || names.contains(node.name()))
            && LabelChoice.matches(labels, node.labels());
    if (!wanted) {
      return Place.unwanted(node.uid());
    }
    if (onlyReady && !node.ready()) {
      return Place.leftOut(node.uid(), "NotReady", "the node is not ready");
    }
    if (respectsTaints && node.cordoned() && !tolerance.bears(CORDON)) {
      return Place.leftOut(node.uid(), "Cordoned", "the node is closed to new pods");
    }
    return repelling(node)
        .map(
            taint ->
                Place.leftOut(
                    node.uid(),
                    "Tainted",
                    "no toleration of " + taint.key() + ":" + taint.effect()))
        .orElseGet(() -> Place.fit(node.uid()));
  }

  private Optional<NodeFacts.Repulsion> repelling(NodeFacts node) {
    return respectsTaints
        ? node.taints().stream().filter(taint -> !tolerance.bears(taint)).findFirst()
        : Optional.empty();
  }

  /** Names in the spec that no node has, in alphabetical order. */
  public List<String> unknown(Collection<String> nodes) {
    Set<String> unknown = new TreeSet<>();
    Stream.concat(excluded.stream(), names.stream())
        .filter(name -> !nodes.contains(name))
        .forEach(unknown::add);
    return List.copyOf(unknown);
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }
}
