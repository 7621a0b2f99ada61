package io.jopf.bench.jobflow;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Flows, their Jobs and how those end. */
final class Manifests {

  /** The operator's group. */
  static final String GROUP = "api.practice.com";

  /** The same definitions once more, for the bare client alone. */
  static final String BARE_GROUP = "bench.jopf.io";

  /** What the names of steps and nodes begin with; a number follows. */
  static final String STEP = "s";

  private static final String SEPARATOR = "-" + STEP;

  private Manifests() {}

  static GenericKubernetesResource flow(String group, String namespace, String name, Graph graph) {
    GenericKubernetesResource flow =
        new GenericKubernetesResourceBuilder()
            .withApiVersion(group + "/v1alpha1")
            .withKind("JobFlow")
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .build();
    flow.setAdditionalProperty(
        "spec",
        Map.of(
            "flows",
            IntStream.range(0, graph.size())
                .mapToObj(i -> step(i, graph.needs().get(i)))
                .toList()));
    return flow;
  }

  private static Map<String, Object> step(int number, List<Integer> needs) {
    return Map.of(
        "name",
        STEP + number,
        "dependencies",
        needs.stream().map(need -> STEP + need).toList(),
        "jobTemplate",
        spec());
  }

  static GenericKubernetesResource daemonJob(String namespace, String name) {
    GenericKubernetesResource daemonJob =
        new GenericKubernetesResourceBuilder()
            .withApiVersion(GROUP + "/v1alpha1")
            .withKind("DaemonJob")
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .build();
    daemonJob.setAdditionalProperty("spec", spec());
    return daemonJob;
  }

  private static JobSpec spec() {
    return new JobSpecBuilder().withTemplate(pod()).build();
  }

  /** Simulated nodes take the time to run it from the command: none. */
  static PodTemplateSpec pod() {
    return new PodTemplateSpecBuilder()
        .withNewSpec()
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName("step")
        .withImage("busybox:1.28")
        .withCommand("sleep", "0")
        .endContainer()
        .endSpec()
        .build();
  }

  static Job job(String namespace, String flow, int step) {
    return new JobBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(flow + SEPARATOR + step)
        .endMetadata()
        .withSpec(spec())
        .build();
  }

  /** Whose step a Job is: {@code <namespace>/<flow>}. */
  static String flowOf(String namespace, String job) {
    return namespace + "/" + job.substring(0, job.lastIndexOf(SEPARATOR));
  }

  static int stepOf(String job) {
    return Integer.parseInt(job.substring(job.lastIndexOf(SEPARATOR) + SEPARATOR.length()));
  }

  static boolean isComplete(Job job) {
    return job.getStatus() != null
        && job.getStatus().getConditions().stream()
            .anyMatch(c -> "Complete".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  /** What the Job controller writes last. */
  static String completed() {
    String now = now();
    String condition =
        "{\"type\":\"%s\",\"status\":\"True\",\"lastProbeTime\":\"%s\",\"lastTransitionTime\":\"%s\"}";
    return """
        {"status": {"startTime": "%s", "ready": 0, "terminating": 0, "succeeded": 1,
          "uncountedTerminatedPods": {}, "completionTime": "%s", "conditions": [%s, %s]}}
        """
        .formatted(
            now,
            now,
            condition.formatted("SuccessCriteriaMet", now, now),
            condition.formatted("Complete", now, now));
  }

  /** A status of a flow of one step, as the bare client writes it. */
  static String status(String state) {
    return """
        {"status": {"state": "%s", "startTime": "%s", "message": "as the bare client sees it",
          "steps": [{"name": "s0", "state": "%s", "attempts": 1}]}}
        """
        .formatted(state, now(), state);
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
