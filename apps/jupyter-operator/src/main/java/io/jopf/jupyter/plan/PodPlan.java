package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs.
 *
 * @param image container image
 * @param userInterface lab or classic
 * @param resources of the container
 * @param user ids it runs with
 * @param project its files
 * @param serviceAccountName of the Pod
 * @param identity labels of the Pod, and what else the Data Manager wants it to know
 * @param placement where it may run
 * @param pullSecrets names of the Secrets that let the image be pulled
 * @param environment variables of the server beside the operator's own
 * @param shmSize size of /dev/shm; null for the runtime's
 */
public record PodPlan(
    ImageReference image,
    UserInterface userInterface,
    ResourcePlan resources,
    UserPlan user,
    ProjectPlan project,
    String serviceAccountName,
    PodIdentity identity,
    PlacementPlan placement,
    List<String> pullSecrets,
    Map<String, String> environment,
    @Nullable Quantity shmSize) {}
