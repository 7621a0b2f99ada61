package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.PodIdentity;
import io.jopf.jupyter.plan.PodPlan;
import io.jopf.jupyter.plan.UserInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The container in which the server runs. */
final class NotebookContainer {

  static final String NAME = "notebook";

  private static final String PROJECT_DIRECTORY = "/home/jovyan";

  private NotebookContainer() {}

  static Container of(NotebookPlan plan) {
    PodPlan pod = plan.pod();
    return new ContainerBuilder()
        .withName(NAME)
        .withImage(pod.image().text())
        .withImagePullPolicy(pod.image().pullPolicy())
        .withCommand("bash", "/usr/local/bin/start.sh")
        .withWorkingDir(PROJECT_DIRECTORY)
        .withEnv(environment(plan))
        .addNewPort()
        .withName(NotebookService.PORT_NAME)
        .withContainerPort(NotebookService.PORT)
        .withProtocol("TCP")
        .endPort()
        .withNewResources()
        .withRequests(pod.resources().requests())
        .withLimits(pod.resources().limits())
        .endResources()
        .withSecurityContext(pod.user().isRoot() ? null : unprivileged())
        .withStartupProbe(Probes.startup(plan))
        .withReadinessProbe(Probes.readiness(plan))
        .withLivenessProbe(Probes.liveness(plan))
        .withVolumeMounts(mounts(plan))
        .build();
  }

  private static SecurityContext unprivileged() {
    return new SecurityContextBuilder()
        .withAllowPrivilegeEscalation(false)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .build();
  }

  private static List<EnvVar> environment(NotebookPlan plan) {
    PodPlan pod = plan.pod();
    PodIdentity identity = pod.identity();
    List<EnvVar> variables = new ArrayList<>();
    variables.add(variable("HOME", PROJECT_DIRECTORY + "/." + plan.name()));
    if (pod.userInterface() == UserInterface.LAB) {
      variables.add(variable("JUPYTER_ENABLE_LAB", "true"));
    }
    variables.add(variable("DM_PROJECT_ID", pod.project().id()));
    variables.add(variable("DM_INSTANCE_ID", identity.instanceId()));
    variables.add(variable("DM_INSTANCE_OWNER", identity.owner()));
    variables.add(
        new EnvVarBuilder()
            .withName("JUPYTER_TOKEN")
            .withNewValueFrom()
            .withNewSecretKeyRef()
            .withName(TokenSecret.nameFor(plan.name()))
            .withKey(TokenSecret.KEY)
            .endSecretKeyRef()
            .endValueFrom()
            .build());
    pod.environment().forEach((name, value) -> variables.add(variable(name, value)));
    return variables;
  }

  private static EnvVar variable(String name, String value) {
    return new EnvVarBuilder().withName(name).withValue(value).build();
  }

  private static List<VolumeMount> mounts(NotebookPlan plan) {
    List<VolumeMount> mounts = new ArrayList<>();
    if (plan.pod().shmSize() != null) {
      mounts.add(
          new VolumeMountBuilder()
              .withName(NotebookPod.SHARED_MEMORY)
              .withMountPath("/dev/shm")
              .build());
    }
    Collections.addAll(
        mounts,
        mount(NotebookPod.STARTUP, "/usr/local/bin/start.sh", ConfigMaps.START_SCRIPT),
        mount(NotebookPod.CONFIG, "/etc/" + ConfigMaps.CONFIG_FILE, ConfigMaps.CONFIG_FILE),
        mount(NotebookPod.BASH_PROFILE, "/etc/" + ConfigMaps.BASH_PROFILE, ConfigMaps.BASH_PROFILE),
        mount(NotebookPod.PROJECT, PROJECT_DIRECTORY, plan.pod().project().id()));
    return mounts;
  }

  /** One file or directory of a volume, so that what the image has beside it stays. */
  private static VolumeMount mount(String volume, String path, String subPath) {
    return new VolumeMountBuilder()
        .withName(volume)
        .withMountPath(path)
        .withSubPath(subPath)
        .build();
  }
}
