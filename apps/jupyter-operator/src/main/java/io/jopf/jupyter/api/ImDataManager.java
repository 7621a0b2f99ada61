package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a notebook, all optional.
 *
 * @param taskId the Data Manager's task; information only
 * @param image container image; default {@code jupyter/minimal-notebook:notebook-6.3.0}
 * @param ingressClass default {@code nginx}
 * @param ingressDomain host of the URL; default the operator's INGRESS_DOMAIN
 * @param ingressTlsSecret TLS Secret in the notebook's namespace; default INGRESS_TLS_SECRET
 * @param ingressProxyBodySize largest upload; default {@code 500m}
 * @param resources of the notebook container
 * @param serviceAccountName of the Pod; default {@code default}
 * @param securityContext user and groups of the Pod
 * @param notebook options of the user interface
 * @param project where the files are
 * @param labels labels for the Pod, each {@code key=value}
 * @param pullSecret Secret in the notebook's namespace that lets the image be pulled
 * @param imagePullSecrets the same, if it takes several; default JO_IMAGE_PULL_SECRET
 * @param environment more variables of the server, each {@code NAME=value}
 * @param tolerations of taints of nodes, beside JO_POD_TOLERATIONS
 * @param affinity to nodes and Pods, as Pods have it; default JO_POD_AFFINITY
 * @param shmSize size of /dev/shm, of which the memory limit is used; default JO_SHM_SIZE
 * @param cull when the server is stopped though nobody has asked for it
 * @param timeToLive how long after its creation the notebook is deleted; seconds or text such as
 *     {@code 30d}; default, and the most, JO_TIME_TO_LIVE
 * @param stopped whether the server rests; its files, URL and token stay
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImDataManager(
    @JsonPropertyDescription("The task of the Data Manager this notebook belongs to.")
        @Nullable String taskId,
    @JsonPropertyDescription("Container image; default jupyter/minimal-notebook:notebook-6.3.0.")
        @Nullable String image,
    @JsonPropertyDescription("Class of the Ingress; default nginx.") @Nullable String ingressClass,
    @JsonPropertyDescription("Host of the Ingress; default the operator's INGRESS_DOMAIN.")
        @Nullable String ingressDomain,
    @JsonPropertyDescription(
            "TLS Secret of the Ingress; default the operator's INGRESS_TLS_SECRET.")
        @Nullable String ingressTlsSecret,
    @JsonPropertyDescription("Largest request body, as nginx writes it; default 500m.")
        @Nullable String ingressProxyBodySize,
    @Nullable Resources resources,
    @JsonPropertyDescription("Service account of the Pod; default 'default'.")
        @Nullable String serviceAccountName,
    @Nullable UserAndGroups securityContext,
    @Nullable NotebookOptions notebook,
    @Nullable Project project,
    @JsonPropertyDescription("Labels for the Pod, each key=value.") @Nullable List<String> labels,
    @JsonPropertyDescription("Secret that lets the image be pulled.") @Nullable String pullSecret,
    @JsonPropertyDescription("Secrets that let the image be pulled.")
        @Nullable List<String> imagePullSecrets,
    @JsonPropertyDescription("Variables of the server, each NAME=value.")
        @Nullable List<String> environment,
    @JsonPropertyDescription("Taints of nodes that the Pod tolerates.")
        @Nullable List<Toleration> tolerations,
    @JsonPropertyDescription("Affinity of the Pod, as Pods have it.")
        @Nullable Map<String, Object> affinity,
    @JsonPropertyDescription("Size of /dev/shm, such as 1Gi; counts as memory.")
        @Nullable IntOrString shmSize,
    @Nullable CullOptions cull,
    @JsonPropertyDescription("How long after its creation the notebook is deleted, as 30d.")
        @Nullable IntOrString timeToLive,
    @JsonPropertyDescription("Whether the server rests; files, URL and token stay.")
        @Nullable Boolean stopped) {}
