package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds a flow's shared volumes to a pod that asks for mounts: the mounts to every container, init
 * containers included, and of the volumes those that some container then uses. A path or volume
 * name that the pod has itself stays the pod's.
 */
final class SharedVolumes {

  private SharedVolumes() {}

  static void add(PodSpec pod, @Nullable List<Volume> volumes, @Nullable List<VolumeMount> mounts) {
    if (mounts == null || mounts.isEmpty()) {
      return;
    }
    containers(pod).forEach(container -> addMounts(container, mounts));
    if (volumes == null) {
      return;
    }
    Set<String> used = new HashSet<>();
    containers(pod)
        .forEach(
            container -> {
              container.getVolumeMounts().stream().map(VolumeMount::getName).forEach(used::add);
              container.getVolumeDevices().stream().map(VolumeDevice::getName).forEach(used::add);
            });
    List<Volume> all = new ArrayList<>(pod.getVolumes());
    Set<String> names = new HashSet<>();
    all.forEach(volume -> names.add(volume.getName()));
    for (Volume volume : volumes) {
      if (used.contains(volume.getName()) && names.add(volume.getName())) {
        all.add(volume);
      }
    }
    pod.setVolumes(all);
  }

  private static void addMounts(Container container, List<VolumeMount> mounts) {
    List<VolumeMount> all = new ArrayList<>(container.getVolumeMounts());
    Set<String> paths = new HashSet<>();
    all.forEach(mount -> paths.add(mount.getMountPath()));
    for (VolumeMount mount : mounts) {
      if (paths.add(mount.getMountPath())) {
        all.add(mount);
      }
    }
    container.setVolumeMounts(all);
  }

  private static Stream<Container> containers(PodSpec pod) {
    return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream());
  }
}
