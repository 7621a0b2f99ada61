package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a flow. Absent fields are null.
 *
 * @param globalParams what every job gets
 * @param flows the steps, each name once
 * @param shareVolumes volumes for the steps that mount some
 * @param errorHandler a job that runs once when the flow failed
 * @param legacyErrorHandler the same in the spelling of older objects
 * @param finalSteps steps that run at the end, in the order of their dependencies
 * @param suspend nothing new starts and running jobs are suspended
 * @param parallelism how many jobs may run at the same time, 0 for any number
 * @param failurePolicy FailFast, Continue or Cancel; null for FailFast
 * @param activeDeadlineSeconds how long the flow may take, without its final steps
 * @param ttlSecondsAfterFinished when flow and jobs are deleted after the end; null for never
 * @param jobRetainPolicy Retain, DeleteOnSuccess or DeleteAlways; null for Retain
 * @param priority among the flows of a concurrency key, the highest first; null for 0
 * @param concurrencyKey flows of the namespace that share it run one after the other
 * @param concurrencyLimit how many of them run at the same time; null for 1
 * @param params values for {@code ${params.<name>}}, also environment variables
 * @param retry when steps are tried again
 * @param nodeBinding NodeName, Affinity or Sticky; null for NodeName
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
    value =
        "!has(self.nodeBinding) || self.nodeBinding != 'Sticky' || !has(self.globalParams)"
            + " || !has(self.globalParams.nodeName)",
    message = "nodeBinding Sticky chooses the node: globalParams.nodeName must not be set")
public record JobFlowSpec(
    @JsonPropertyDescription("What every job of the flow gets; what a job says itself wins.")
        @Nullable GlobalParams globalParams,
    @Required @Size(min = 1, max = 2000) @JsonPropertyDescription("The steps, each name once.")
        @Nullable List<Flow> flows,
    @JsonPropertyDescription("Volumes added to the pods of steps that have shareVolumeMounts.")
        @Nullable List<Volume> shareVolumes,
    @PreserveUnknownFields
        @JsonPropertyDescription(
            "Runs when the flow failed: jobTemplate(Ref), or script with image.")
        @Nullable JsonNode errorHandler,
    @JsonProperty("ErrorHandler")
        @PreserveUnknownFields
        @JsonPropertyDescription("Older spelling of errorHandler.")
        @Nullable JsonNode legacyErrorHandler,
    @JsonProperty("finally")
        @Size(max = 100)
        @JsonPropertyDescription("Steps that run at the end, whatever happened.")
        @Nullable List<Flow> finalSteps,
    @JsonPropertyDescription("Nothing new starts, running jobs are suspended.")
        @Nullable Boolean suspend,
    @Min(0) @JsonPropertyDescription("Jobs at the same time. Default, 0: any number.")
        @Nullable Integer parallelism,
    @Pattern("^(FailFast|Continue|Cancel)$")
        @JsonPropertyDescription("What a failure does to the other steps. Default: FailFast.")
        @Nullable String failurePolicy,
    @Min(1) @JsonPropertyDescription("How long the flow may take, without its final steps.")
        @Nullable Long activeDeadlineSeconds,
    @Min(0) @JsonPropertyDescription("When the ended flow is deleted with its jobs.")
        @Nullable Long ttlSecondsAfterFinished,
    @Pattern("^(Retain|DeleteOnSuccess|DeleteAlways)$")
        @JsonPropertyDescription("What becomes of the jobs at the end. Default: Retain.")
        @Nullable String jobRetainPolicy,
    @JsonPropertyDescription("Among flows of one concurrencyKey the highest runs first.")
        @Nullable Integer priority,
    @Size(max = 253) @JsonPropertyDescription("Flows of the namespace that share it take turns.")
        @Nullable String concurrencyKey,
    @Min(1) @Max(1000) @JsonPropertyDescription("How many of them run at once. Default: 1.")
        @Nullable Integer concurrencyLimit,
    @Size(max = 256)
        @JsonPropertyDescription("Values for ${params.<name>}, also environment variables.")
        @Nullable List<Param> params,
    @JsonPropertyDescription("When steps are tried again.") @Nullable RetryPolicy retry,
    @Pattern("^(NodeName|Affinity|Sticky)$")
        @JsonPropertyDescription("How nodeName binds; Sticky: all where the first step runs.")
        @Nullable String nodeBinding) {}
