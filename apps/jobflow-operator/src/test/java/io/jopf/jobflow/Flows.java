package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.crd.Yaml;
import io.jopf.test.Cluster;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What scenarios ask a cluster. */
record Flows(Cluster cluster) {
  static final String CRDS = "roles/jobflow_operator/files/crd.yaml";

  void applyExample(String... files) {
    for (String file : files) {
      cluster.apply(Yaml.repository("examples/" + file));
    }
  }

  /** A flow of one-second steps; each is its name and what it needs, as in {@code "b a"}. */
  void applyChain(String name, String... steps) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("apiVersion: api.practice.com/v1alpha1\nkind: JobFlow\n");
    yaml.append("metadata: {name: ").append(name).append("}\nspec:\n flows:\n");
    for (String step : steps) {
      String[] words = step.split(" ", -1);
      List<String> needs = List.of(words).subList(1, words.length);
      yaml.append(" - name: ").append(words[0]).append("\n   dependencies: ").append(needs);
      yaml.append("\n   jobTemplate: {template: {spec: {containers: [{name: main, ");
      yaml.append("image: 'busybox:1.28', command: [sh, -c, sleep 1s]}]}}}\n");
    }
    cluster.apply(yaml.toString());
  }

  /**
   * A flow in lines of YAML: fields of the spec, then {@code flows} (which may be left out) and its
   * steps, then perhaps {@code finally} and more. In a step {@code SLEEP1} stands for a job that
   * takes a second, {@code FAIL} for one that fails.
   */
  void applyFlow(String name, String... lines) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("apiVersion: api.practice.com/v1alpha1\nkind: JobFlow\n");
    yaml.append("metadata: {name: ").append(name).append("}\nspec:\n");
    if (lines[0].startsWith("-")) {
      yaml.append("  flows:\n");
    }
    for (String line : lines) {
      boolean section = line.equals("flows") || line.equals("finally");
      yaml.append("  ").append(filled(line)).append(section ? ":\n" : "\n");
    }
    cluster.apply(yaml.toString());
  }

  private static String filled(String line) {
    return line.replaceAll("SLEEP(\\d+)", template("sleep $1s"))
        .replace("FAIL", template("sleep 1s && exit 1"));
  }

  private static String template(String command) {
    return "jobTemplate: {template: {spec: {containers: [{name: main, image: 'busybox:1.28', "
        + "command: [sh, -c, '"
        + command
        + "']}]}}}";
  }

  /** Status and reason of a condition; empty if there is none. */
  String condition(String flow, String type) {
    return Objects.requireNonNullElse(status(flow).conditions(), List.<Condition>of()).stream()
        .filter(condition -> type.equals(condition.getType()))
        .map(condition -> condition.getStatus() + " " + condition.getReason())
        .findFirst()
        .orElse("");
  }

  Instant begin(String flow) {
    return Instant.parse(Objects.requireNonNull(status(flow).startTime()));
  }

  Instant end(String flow) {
    return Instant.parse(Objects.requireNonNull(status(flow).completionTime()));
  }

  JobFlowStatus status(String flow) {
    return Optional.ofNullable(cluster.get(JobFlow.class, flow))
        .map(JobFlow::getStatus)
        .orElse(JobFlowStatus.none());
  }

  void awaitState(String flow, String state) {
    cluster.await(flow + " is " + state, () -> state.equals(status(flow).state()));
  }

  /** Waits until no job runs and none can start. */
  void awaitEnd(String flow) {
    cluster.await(flow + " has ended", () -> status(flow).completionTime() != null);
  }

  void awaitDaemonJob(String name, String state) {
    cluster.await(
        name + " is " + state,
        () ->
            Optional.ofNullable(cluster.get(DaemonJob.class, name))
                .map(DaemonJob::getStatus)
                .filter(status -> state.equals(status.state()))
                .isPresent());
  }

  void awaitJob(String name) {
    cluster.await("Job " + name + " is there", () -> cluster.get(Job.class, name) != null);
  }

  StepEntry step(String flow, String name) {
    return Objects.requireNonNullElse(status(flow).steps(), List.<StepEntry>of()).stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElse(new StepEntry(name, "", null, null, null, null, null, null, null, null, null));
  }

  List<String> jobs() {
    return cluster.list(Job.class).stream().map(job -> job.getMetadata().getName()).toList();
  }

  Job job(String name) {
    return Objects.requireNonNull(cluster.get(Job.class, name), name);
  }

  /** The reasons of the events about an object, sorted. */
  List<String> events(String name) {
    return cluster.list(Event.class).stream()
        .filter(event -> name.equals(event.getRegarding().getName()))
        .map(Event::getReason)
        .sorted()
        .toList();
  }
}
