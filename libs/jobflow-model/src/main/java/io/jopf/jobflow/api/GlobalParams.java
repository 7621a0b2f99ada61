package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every job of a flow or DaemonJob gets. A job's own value of the same name wins.
 *
 * @param nodeName node all pods run on; a DaemonJob ignores it
 * @param env for every container, init containers included
 * @param annotations for every job and its pods
 * @param labels for every job and its pods
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GlobalParams(
    @JsonPropertyDescription("Node all pods run on; a DaemonJob ignores it.")
        @Nullable String nodeName,
    @JsonPropertyDescription("For every container, init containers included.")
        @Nullable List<EnvVar> env,
    @JsonPropertyDescription("For every job and its pods.")
        @Nullable Map<String, String> annotations,
    @JsonPropertyDescription("For every job and its pods.") @Nullable Map<String, String> labels)
    implements Serializable {}
