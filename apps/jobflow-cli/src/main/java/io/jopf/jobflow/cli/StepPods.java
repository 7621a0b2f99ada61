package io.jopf.jobflow.cli;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.Marks;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the pods of a flow's steps. */
final class StepPods {
  private static final String JOB_NAME = "batch.kubernetes.io/job-name";
  private static final String OLD_JOB_NAME = "job-name";

  /**
   * A pod of a step.
   *
   * @param step its name
   * @param attempt of the step, from 1
   * @param pod as it is
   */
  record StepPod(String step, int attempt, Pod pod) {
    String name() {
      return pod.getMetadata().getName();
    }

    /** Whether it has something to tell. */
    boolean hasBegun() {
      String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
      return phase != null && !phase.equals("Pending");
    }
  }

  private final KubernetesClient client;
  private final JobFlow flow;

  StepPods(KubernetesClient client, JobFlow flow) {
    this.client = client;
    this.flow = flow;
  }

  /**
   * Those there are, in the order in which they were made.
   *
   * @param step only those of this step or loop; null for all
   * @param all also those of earlier attempts
   */
  List<StepPod> find(@Nullable String step, boolean all) {
    String uid = flow.getMetadata().getUid();
    String namespace = client.getNamespace();
    Map<String, Job> jobs = new HashMap<>();
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace)
        .withLabel(Marks.FLOW_UID, uid)
        .list()
        .getItems()
        .forEach(job -> jobs.put(job.getMetadata().getName(), job));
    List<StepPod> pods =
        client
            .pods()
            .inNamespace(namespace)
            .withLabel(Marks.FLOW_UID, uid)
            .list()
            .getItems()
            .stream()
            .flatMap(pod -> of(pod, jobs).stream())
            .filter(pod -> step == null || step.equals(pod.step()) || isTurn(step, pod.step()))
            .sorted(Comparator.comparing((StepPod one) -> created(one.pod())))
            .toList();
    return all ? pods : last(pods);
  }

  /** Those of each step's last attempt. */
  static List<StepPod> last(List<StepPod> pods) {
    Map<String, Integer> last = new HashMap<>();
    pods.forEach(pod -> last.merge(pod.step(), pod.attempt(), Math::max));
    return pods.stream().filter(pod -> pod.attempt() == last.getOrDefault(pod.step(), 1)).toList();
  }

  private static boolean isTurn(String loop, String step) {
    return step.startsWith(loop + "-") && step.substring(loop.length() + 1).matches("\\d+");
  }

  private static String created(Pod pod) {
    return Objects.requireNonNullElse(pod.getMetadata().getCreationTimestamp(), "");
  }

  private static Optional<StepPod> of(Pod pod, Map<String, Job> jobs) {
    Map<String, String> labels =
        Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
    Job job = jobs.get(labels.getOrDefault(JOB_NAME, labels.getOrDefault(OLD_JOB_NAME, "")));
    if (job == null) {
      return Optional.empty();
    }
    Map<String, String> marks =
        Objects.requireNonNullElse(job.getMetadata().getAnnotations(), Map.of());
    return Optional.ofNullable(marks.get(Marks.STEP))
        .map(step -> new StepPod(step, Marks.attempt(job), pod));
  }
}
