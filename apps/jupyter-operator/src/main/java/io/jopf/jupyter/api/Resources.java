package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Resources of the notebook container.
 *
 * @param limits default 1 CPU and 1Gi memory
 * @param requests default 10m CPU and 256Mi memory
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Resources(@Nullable Amounts limits, @Nullable Amounts requests) {}
