package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.jspecify.annotations.Nullable;

/**
 * Quantities as Kubernetes writes them ({@code 500m}, {@code 2}, {@code 4Gi}).
 *
 * @param cpu processors
 * @param memory bytes
 * @param storage accepted because Data Managers may send it; a notebook's files are in the project,
 *     so it has no effect and is answered with a warning
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Amounts(
    @Nullable IntOrString cpu,
    @Nullable IntOrString memory,
    @JsonPropertyDescription("Has no effect: the files of a notebook are in the project.")
        @Nullable IntOrString storage) {}
