package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.OwnLabels;
import io.jopf.jupyter.plan.PodPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Pod around the notebook's container. */
final class NotebookPod {

  static final String STARTUP = "startup";
  static final String CONFIG = "config";
  static final String BASH_PROFILE = "bash-profile";
  static final String PROJECT = "project";
  static final String SHARED_MEMORY = "shm";

  private static final long GRACE_SECONDS = 30;

  private NotebookPod() {}

  static PodTemplateSpec of(NotebookPlan plan) {
    PodPlan pod = plan.pod();
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels(plan))
        .withAnnotations(plan.run().annotations())
        .endMetadata()
        .withNewSpec()
        .withServiceAccountName(pod.serviceAccountName())
        .withAutomountServiceAccountToken(false)
        // a Service called "jupyter" would set JUPYTER_PORT, which the server reads as its own
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds(GRACE_SECONDS)
        .withNodeSelector(pod.placement().nodeSelector())
        .withPriorityClassName(pod.placement().priorityClass())
        .withTolerations(pod.placement().tolerations())
        .withAffinity(pod.placement().affinity())
        .withImagePullSecrets(pod.pullSecrets().stream().map(LocalObjectReference::new).toList())
        .withNewSecurityContext()
        .withRunAsNonRoot(!pod.user().isRoot())
        .withRunAsUser(pod.user().user())
        .withRunAsGroup(pod.user().group())
        .withFsGroup(pod.user().volumeGroup())
        // the whole volume is shared by all projects: walking it at each start takes too long
        .withFsGroupChangePolicy("OnRootMismatch")
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withContainers(NotebookContainer.of(plan))
        .withVolumes(volumes(plan))
        .endSpec()
        .build();
  }

  private static Map<String, String> labels(NotebookPlan plan) {
    Map<String, String> labels = new TreeMap<>(plan.pod().identity().labels());
    labels.putAll(OwnLabels.mark());
    labels.putAll(NotebookDeployment.selector(plan));
    return labels;
  }

  private static List<Volume> volumes(NotebookPlan plan) {
    List<Volume> volumes = new ArrayList<>();
    Quantity shmSize = plan.pod().shmSize();
    if (shmSize != null) {
      volumes.add(
          new VolumeBuilder()
              .withName(SHARED_MEMORY)
              .withNewEmptyDir()
              .withMedium("Memory")
              .withSizeLimit(shmSize)
              .endEmptyDir()
              .build());
    }
    Collections.addAll(
        volumes,
        file(STARTUP, ConfigMaps.startupName(plan)),
        file(CONFIG, ConfigMaps.configName(plan.name())),
        file(BASH_PROFILE, ConfigMaps.bashProfileName(plan)),
        new VolumeBuilder()
            .withName(PROJECT)
            .withNewPersistentVolumeClaim()
            .withClaimName(plan.pod().project().claimName())
            .endPersistentVolumeClaim()
            .build());
    return volumes;
  }

  private static Volume file(String name, String configMap) {
    return new VolumeBuilder()
        .withName(name)
        .withNewConfigMap()
        .withName(configMap)
        .endConfigMap()
        .build();
  }
}
