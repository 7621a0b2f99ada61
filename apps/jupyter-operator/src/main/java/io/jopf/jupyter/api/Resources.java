package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resources of the notebook container.
 *
 * @param limits default 1 CPU and 1Gi memory
 * @param requests default 10m CPU and 256Mi memory
 * @param gpu how many GPUs; what is counted is the administrator's JO_GPU_RESOURCE
 * @param extended other devices by their names, such as {@code example.com/fpga}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Resources(
    @Nullable Amounts limits,
    @Nullable Amounts requests,
    @JsonPropertyDescription("How many GPUs.") @Nullable IntOrString gpu,
    @JsonPropertyDescription("Other devices by their names, such as example.com/fpga.")
        @Nullable Map<String, IntOrString> extended) {}
