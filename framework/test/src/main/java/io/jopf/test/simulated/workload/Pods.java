package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes pods and reads and writes their statuses. */
final class Pods {

  private Pods() {}

  /** A pod from a template, with a name from its owner's. */
  static Pod from(PodTemplateSpec template, HasMetadata owner) {
    String name = owner.getMetadata().getName();
    String start = name.length() > 57 ? name.substring(0, 57) : name;
    var metadata = template.getMetadata();
    return new PodBuilder()
        .withNewMetadata()
        .withName(start + "-" + UUID.randomUUID().toString().substring(0, 5))
        .withNamespace(owner.getMetadata().getNamespace())
        .withLabels(metadata == null ? null : metadata.getLabels())
        .withAnnotations(metadata == null ? null : metadata.getAnnotations())
        .withFinalizers(metadata == null ? null : metadata.getFinalizers())
        .withOwnerReferences(Part.ownedBy(owner))
        .endMetadata()
        .withSpec(template.getSpec())
        .build();
  }

  static boolean isActive(Pod pod) {
    return !isOver(pod) && !Part.isTerminating(pod);
  }

  static boolean isOver(Pod pod) {
    return "Succeeded".equals(phase(pod)) || "Failed".equals(phase(pod));
  }

  static String phase(Pod pod) {
    @Nullable PodStatus status = pod.getStatus();
    return status == null || status.getPhase() == null ? "Pending" : status.getPhase();
  }

  static boolean isReady(Pod pod) {
    return isActive(pod)
        && pod.getStatus().getConditions().stream()
            .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  /** Sets the pod running, ready or not. */
  static void running(Pod pod, boolean ready, String now) {
    PodStatus status = pod.getStatus();
    status.setPhase("Running");
    status.setStartTime(status.getStartTime() == null ? now : status.getStartTime());
    status.setContainerStatuses(containers(pod, ready, null, now));
    conditions(status, ready, "ContainersNotReady", now);
  }

  /** Sets the pod over. */
  static void over(Pod pod, int exitCode, String reason, String now) {
    PodStatus status = pod.getStatus();
    status.setPhase(exitCode == 0 ? "Succeeded" : "Failed");
    status.setContainerStatuses(containers(pod, false, exitCode, now));
    conditions(status, false, exitCode == 0 ? "PodCompleted" : reason, now);
  }

  private static List<ContainerStatus> containers(
      Pod pod, boolean ready, @Nullable Integer exitCode, String now) {
    List<ContainerStatus> statuses = new ArrayList<>();
    for (var container : pod.getSpec().getContainers()) {
      ContainerStatusBuilder status =
          new ContainerStatusBuilder()
              .withName(container.getName())
              .withImage(container.getImage())
              .withImageID("")
              .withReady(ready)
              .withStarted(exitCode == null)
              .withRestartCount(0);
      statuses.add(
          exitCode == null
              ? status.withNewState().withNewRunning(now).endState().build()
              : status
                  .withNewState()
                  .withNewTerminated()
                  .withExitCode(exitCode)
                  .withReason(exitCode == 0 ? "Completed" : "Error")
                  .withMessage(pod.getMetadata().getAnnotations().get(PodScript.MESSAGE))
                  .withStartedAt(pod.getStatus().getStartTime())
                  .withFinishedAt(now)
                  .endTerminated()
                  .endState()
                  .build());
    }
    return statuses;
  }

  private static void conditions(PodStatus status, boolean ready, String reason, String now) {
    status.setConditions(
        List.of(
            condition("PodScheduled", true, null, now),
            condition("Initialized", true, null, now),
            condition("ContainersReady", ready, reason, now),
            condition("Ready", ready, reason, now)));
  }

  static PodCondition condition(String type, boolean is, @Nullable String reason, String now) {
    return new PodConditionBuilder()
        .withType(type)
        .withStatus(is ? "True" : "False")
        .withReason(is ? null : reason)
        .withLastTransitionTime(now)
        .build();
  }
}
