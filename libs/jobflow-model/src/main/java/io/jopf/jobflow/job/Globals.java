package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.jopf.jobflow.api.GlobalParams;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said for all jobs, put into one pod template; what the template says itself wins. */
final class Globals {
  private final @Nullable String nodeName;
  private final List<EnvVar> env;
  private final Map<String, String> labels;
  private final Map<String, String> annotations;

  Globals(@Nullable GlobalParams params) {
    nodeName = params == null ? null : params.nodeName();
    env = params == null || params.env() == null ? List.of() : params.env();
    labels = params == null || params.labels() == null ? Map.of() : params.labels();
    annotations = params == null || params.annotations() == null ? Map.of() : params.annotations();
  }

  Map<String, String> labels() {
    return labels;
  }

  Map<String, String> annotations() {
    return annotations;
  }

  void addTo(PodTemplateSpec template) {
    var metadata = template.getMetadata();
    metadata.setLabels(merged(labels, metadata.getLabels()));
    metadata.setAnnotations(merged(annotations, metadata.getAnnotations()));
    PodSpec pod = template.getSpec();
    pod.getInitContainers().forEach(this::addEnv);
    pod.getContainers().forEach(this::addEnv);
  }

  void addNodeTo(PodTemplateSpec template, NodeBinding binding) {
    PodSpec pod = template.getSpec();
    if (pod.getNodeName() == null && nodeName != null && !nodeName.isEmpty()) {
      binding.bind(pod, nodeName);
    }
  }

  /** Adds variables that lose against all others. */
  static void addEnv(PodTemplateSpec template, List<EnvVar> variables) {
    Globals least = new Globals(new GlobalParams(null, variables, null, null));
    template.getSpec().getInitContainers().forEach(least::addEnv);
    template.getSpec().getContainers().forEach(least::addEnv);
  }

  /** Ours first, so that the container's own variables can refer to them as {@code $(NAME)}. */
  private void addEnv(Container container) {
    Set<String> own = new HashSet<>();
    container.getEnv().forEach(variable -> own.add(variable.getName()));
    List<EnvVar> all = new ArrayList<>(env);
    all.removeIf(variable -> own.contains(variable.getName()));
    all.addAll(container.getEnv());
    container.setEnv(all);
  }

  /** Both maps in one; the winner's value stands where both have the key. */
  static Map<String, String> merged(
      @Nullable Map<String, String> base, @Nullable Map<String, String> winner) {
    Map<String, String> all = new LinkedHashMap<>(Objects.requireNonNullElse(base, Map.of()));
    all.putAll(Objects.requireNonNullElse(winner, Map.of()));
    return all;
  }
}
