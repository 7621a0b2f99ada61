package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.expression.Condition;
import io.jopf.jobflow.expression.ExpressionException;
import io.jopf.jobflow.job.ChildJob;
import io.jopf.jobflow.job.Source;
import io.jopf.jobflow.job.StepValues;
import io.jopf.jobflow.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one step refers to, and the Job it would make. */
final class StepCheck {
  private static final Pattern MISSING = Pattern.compile("there is no (\\S+)");
  private static final Pattern PARAM = Pattern.compile("param (\\S+) is .*", Pattern.DOTALL);
  private static final int MOST_MISSING = 100;

  private final Document document;
  private final JobFlow flow;
  private final PlannedStep step;
  private final String name;
  private final String path;
  private final JsonNode tree;
  private final OutputNames outputs;
  private final Consumer<Finding> found;

  StepCheck(
      Document document,
      JobFlow flow,
      PlannedStep step,
      StepPaths paths,
      OutputNames outputs,
      Consumer<Finding> found) {
    this.document = document;
    this.flow = flow;
    this.step = step;
    this.name = Objects.requireNonNullElse(step.flow().name(), step.name());
    this.path = paths.of(name);
    this.tree = paths.tree(name);
    this.outputs = outputs;
    this.found = found;
  }

  /** Checks the names in the step's condition; one that cannot be read is the plan's problem. */
  void condition(@Nullable Condition condition) {
    if (condition == null) {
      return;
    }
    Set<String> known = values(Map.of()).names().values().keySet();
    for (String used : condition.names()) {
      Optional<String> fault =
          used.startsWith("steps.")
              ? outputs.fault(step, used)
              : known.contains(used) ? Optional.empty() : Optional.of("there is no " + used);
      fault.ifPresent(
          why -> error("unknown-name", path + ".when", "when of step " + name + ": " + why));
    }
  }

  /**
   * Renders the step's Job and reports what keeps it from being made.
   *
   * @return empty if it cannot be made
   */
  Optional<StepJob> render(Source source) {
    Map<String, String> pretended = new TreeMap<>();
    for (int i = 0; i < MOST_MISSING; i++) {
      try {
        Job job = ChildJob.ofStep(flow, step, 1, source, values(pretended));
        job.getMetadata().setNamespace(flow.getMetadata().getNamespace());
        volumes(job);
        return Optional.of(new StepJob(document, path, name, job));
      } catch (ExpressionException e) {
        String message = String.valueOf(e.getMessage());
        Matcher missing = MISSING.matcher(message);
        if (!missing.matches()) {
          error("bad-value", place(message), "step " + name + ": " + message);
          return Optional.empty();
        }
        String word = missing.group(1);
        pretended.put(word, "");
        missing(word, message);
      }
    }
    return Optional.empty();
  }

  private void missing(String word, String message) {
    boolean output = word.startsWith("steps.");
    Optional<String> fault = output ? outputs.fault(step, word) : Optional.of(message);
    String at = Texts.find(tree, path, "${" + word + "}").orElse(reference());
    fault.ifPresent(why -> error("unknown-name", at, "step " + name + ": " + why));
    if (fault.isEmpty() && !outputs.isBefore(step, word)) {
      String from = OutputNames.step(word);
      String hint = "step " + name + " uses outputs of " + from + ", but does not depend on it";
      found.accept(document.warning("no-dependency", document.at(at), at, hint));
    }
  }

  private StepValues values(Map<String, String> pretended) {
    return new StepValues(flow.getSpec(), step.item(), pretended, Map.of());
  }

  private String reference() {
    return step.refers() ? path + ".jobTemplateRef" : path;
  }

  private String place(String message) {
    Matcher param = PARAM.matcher(message);
    if (message.startsWith("its patch")) {
      return path + ".patch";
    }
    if (param.matches()) {
      for (int i = 0; i < tree.path("params").size(); i++) {
        if (tree.path("params").get(i).path("name").asText().equals(param.group(1))) {
          return path + ".params[" + i + "].value";
        }
      }
    }
    return reference();
  }

  private void volumes(Job job) {
    PodSpec pod = job.getSpec().getTemplate().getSpec();
    Set<String> there = pod.getVolumes().stream().map(Volume::getName).collect(Collectors.toSet());
    Stream<Container> containers =
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream());
    List<String> told = new ArrayList<>();
    containers.forEach(
        container -> {
          for (VolumeMount mount : container.getVolumeMounts()) {
            if (!there.contains(mount.getName()) && !told.contains(mount.getName())) {
              told.add(mount.getName());
              String hint = Similar.hint(String.valueOf(mount.getName()), there);
              String text = " mounts the volume " + mount.getName() + ", which is not there";
              String at = Texts.whole(tree, path, mount.getName()).orElse(reference());
              error("unknown-volume", at, "step " + name + text + hint);
            }
          }
        });
  }

  private void error(String rule, String at, String message) {
    found.accept(document.error(rule, document.at(at), at, message));
  }
}
