package io.jopf.jupyter.plan;

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
 * @param nodeSelector labels of the nodes it may run on
 * @param priorityClass of the Pod; null for the cluster's default
 * @param pullSecrets names of the Secrets that let the image be pulled
 * @param environment variables of the server beside the operator's own
 */
public record PodPlan(
    ImageReference image,
    UserInterface userInterface,
    ResourcePlan resources,
    UserPlan user,
    ProjectPlan project,
    String serviceAccountName,
    PodIdentity identity,
    Map<String, String> nodeSelector,
    @Nullable String priorityClass,
    List<String> pullSecrets,
    Map<String, String> environment) {}
