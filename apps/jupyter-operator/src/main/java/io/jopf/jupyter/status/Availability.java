package io.jopf.jupyter.status;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.jopf.jupyter.api.Reasons;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the server answers and, if not, what the cluster says about it. */
final class Availability {

  private static final Set<String> IMAGE_TROUBLE =
      Set.of("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull");

  /** What the kubelet says of a container that it could not begin to run. */
  private static final Set<String> REFUSALS =
      Set.of(
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError",
          "PreStartHookError");

  static final Verdict STARTING = Verdict.no(Reasons.STARTING, "The server does not answer yet.");

  private Availability() {}

  static Verdict of(@Nullable Deployment deployment, List<Pod> pods) {
    Optional<DeploymentStatus> status = Optional.ofNullable(deployment).map(Deployment::getStatus);
    if (status.map(DeploymentStatus::getAvailableReplicas).orElse(0) > 0) {
      return Verdict.yes(Reasons.RUNNING, "The server answers.");
    }
    return pods.stream()
        .flatMap(Availability::trouble)
        .findFirst()
        .or(() -> status.flatMap(Availability::refused))
        .orElse(STARTING);
  }

  private static Stream<Verdict> trouble(Pod pod) {
    Optional<PodStatus> status = Optional.ofNullable(pod.getStatus());
    return Stream.concat(
        status.stream()
            .flatMap(s -> s.getContainerStatuses().stream())
            .flatMap(c -> container(c).stream()),
        status.stream()
            .flatMap(s -> s.getConditions().stream())
            .flatMap(c -> unschedulable(c).stream()));
  }

  private static Optional<Verdict> container(ContainerStatus container) {
    Optional<ContainerStateWaiting> waiting =
        Optional.ofNullable(container.getState()).map(ContainerState::getWaiting);
    String reason = waiting.map(ContainerStateWaiting::getReason).orElse("");
    String message = waiting.map(ContainerStateWaiting::getMessage).orElse(reason);
    if (IMAGE_TROUBLE.contains(reason)) {
      return Optional.of(Verdict.no(Reasons.IMAGE_PULL, message));
    }
    if (REFUSALS.contains(reason)) {
      return Optional.of(Verdict.no(Reasons.CONTAINER_REFUSED, message));
    }
    boolean outOfMemory =
        Stream.of(container.getState(), container.getLastState())
            .flatMap(
                state -> Optional.ofNullable(state).map(ContainerState::getTerminated).stream())
            .map(ContainerStateTerminated::getReason)
            .anyMatch("OOMKilled"::equals);
    if (outOfMemory) {
      return Optional.of(
          Verdict.no(Reasons.OUT_OF_MEMORY, "The notebook used more than its memory limit."));
    }
    return reason.equals("CrashLoopBackOff")
        ? Optional.of(Verdict.no(Reasons.CRASH_LOOP, message))
        : Optional.empty();
  }

  private static Optional<Verdict> unschedulable(PodCondition condition) {
    if (!"PodScheduled".equals(condition.getType()) || !"False".equals(condition.getStatus())) {
      return Optional.empty();
    }
    String message = text(condition.getMessage());
    // the scheduler says it in words only
    boolean claim = message.toLowerCase(Locale.ROOT).contains("persistentvolumeclaim");
    return Optional.of(Verdict.no(claim ? Reasons.CLAIM_PENDING : Reasons.UNSCHEDULABLE, message));
  }

  /** No Pod at all: a quota, a policy or a missing service account is in the way. */
  private static Optional<Verdict> refused(DeploymentStatus status) {
    return status.getConditions().stream()
        .filter(c -> "ReplicaFailure".equals(c.getType()) && "True".equals(c.getStatus()))
        .map(c -> Verdict.no(Reasons.POD_REFUSED, text(c.getMessage())))
        .findFirst();
  }

  private static String text(@Nullable String message) {
    return message == null ? "" : message;
  }
}
