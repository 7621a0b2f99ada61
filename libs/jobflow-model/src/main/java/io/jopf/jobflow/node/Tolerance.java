package io.jopf.jobflow.node;

import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Objects;

/** Which taints pods bear, with Kubernetes' meaning. */
final class Tolerance {
  private final List<Toleration> tolerations;

  Tolerance(List<Toleration> tolerations) {
    this.tolerations = tolerations;
  }

  boolean bears(NodeFacts.Repulsion taint) {
    return tolerations.stream().anyMatch(toleration -> bears(toleration, taint));
  }

  private static boolean bears(Toleration toleration, NodeFacts.Repulsion taint) {
    String effect = Objects.requireNonNullElse(toleration.getEffect(), "");
    String key = Objects.requireNonNullElse(toleration.getKey(), "");
    String value = Objects.requireNonNullElse(toleration.getValue(), "");
    boolean exists = "Exists".equals(toleration.getOperator());
    boolean sameEffect = effect.isEmpty() || effect.equals(taint.effect());
    boolean sameKey = key.isEmpty() ? exists : key.equals(taint.key());
    return sameEffect && sameKey && (exists || value.equals(taint.value()));
  }
}
