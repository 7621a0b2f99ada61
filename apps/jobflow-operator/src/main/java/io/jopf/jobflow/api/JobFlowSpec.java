package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a flow.
 *
 * @param globalParams what every job gets
 * @param flows the steps, each name once
 * @param shareVolumes volumes for the steps that mount some
 * @param errorHandler taken for compatibility; nothing acts on it
 * @param legacyErrorHandler the same in the spelling of older objects
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobFlowSpec(
    @JsonPropertyDescription("What every job of the flow gets; what a job says itself wins.")
        @Nullable GlobalParams globalParams,
    @Required @Size(min = 1, max = 2000) @JsonPropertyDescription("The steps, each name once.")
        @Nullable List<Flow> flows,
    @JsonPropertyDescription("Volumes added to the pods of steps that have shareVolumeMounts.")
        @Nullable List<Volume> shareVolumes,
    @PreserveUnknownFields @JsonPropertyDescription("Accepted, not acted on.")
        @Nullable JsonNode errorHandler,
    @JsonProperty("ErrorHandler")
        @PreserveUnknownFields
        @JsonPropertyDescription("Accepted, not acted on.")
        @Nullable JsonNode legacyErrorHandler) {}
