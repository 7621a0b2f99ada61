package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jupyter.api.ImDataManager;
import io.jopf.jupyter.settings.OperatorSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the Pod may run, and before whom.
 *
 * @param nodeSelector labels of the nodes it may run on
 * @param priorityClass of the Pod; null for the cluster's default
 * @param tolerations of taints of nodes
 * @param affinity to nodes and other Pods; null for none
 */
public record PlacementPlan(
    Map<String, String> nodeSelector,
    @Nullable String priorityClass,
    List<Toleration> tolerations,
    @Nullable Affinity affinity) {

  static PlacementPlan of(ImDataManager wanted, OperatorSettings settings, Findings findings) {
    List<Toleration> own = Objects.requireNonNullElse(wanted.tolerations(), List.of());
    return new PlacementPlan(
        settings.nodeSelector(),
        settings.priorityClass(),
        Stream.concat(settings.pod().tolerations().stream(), own.stream()).distinct().toList(),
        affinity(wanted.affinity(), settings.pod().affinity(), findings));
  }

  private static @Nullable Affinity affinity(
      @Nullable Map<String, Object> wanted, @Nullable Affinity otherwise, Findings findings) {
    if (wanted == null || wanted.isEmpty()) {
      return otherwise;
    }
    try {
      return Serialization.unmarshal(Serialization.asJson(wanted), Affinity.class);
    } catch (RuntimeException e) {
      findings.problem(
          Problem.invalid(
              "spec.imDataManager.affinity", wanted, "need an affinity as Pods have it"));
      return null;
    }
  }
}
