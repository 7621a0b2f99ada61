package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.jspecify.annotations.Nullable;

/**
 * When the server is stopped though nobody has asked for it. Its files, URL and token stay. Lengths
 * of time are seconds or text such as {@code 90m}, {@code 2h} or {@code 7d}.
 *
 * @param timeout after how long without activity; 0 for never; default JO_CULL_TIMEOUT
 * @param connected whether also while somebody has a kernel or a terminal open; default
 *     JO_CULL_CONNECTED
 * @param maxAge how long after its start, whatever it does; default, and the most, JO_CULL_MAX_AGE
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CullOptions(
    @JsonPropertyDescription(
            "After how long without activity the server is stopped, as 2h; 0 for never.")
        @Nullable IntOrString timeout,
    @JsonPropertyDescription("Whether also while somebody has a kernel or a terminal open.")
        @Nullable Boolean connected,
    @JsonPropertyDescription("How long after its start the server is stopped, as 7d.")
        @Nullable IntOrString maxAge) {}
