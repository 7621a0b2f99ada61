package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow. Absent fields are null.
 *
 * @param name unique in the flow; its job is {@code <flow>-<name>}
 * @param dependencies steps whose jobs must complete first
 * @param dependsOn further steps to wait for, each with a condition
 * @param triggerRule All or Any of them; null for All
 * @param when a condition; if it does not hold, the step is skipped and what depends on it runs
 * @param jobTemplate the job's spec
 * @param jobTemplateRef a JobTemplate of the same namespace; wins over {@code jobTemplate}
 * @param patch merged over the template
 * @param params inputs of the template
 * @param shareVolumeMounts where the flow's shared volumes go in every container of the step
 * @param retry overrides the flow's
 * @param failurePolicy Fail or Ignore; null for Fail
 * @param timeoutSeconds how long one attempt may run
 * @param pendingTimeoutSeconds how long it may be due without running
 * @param forEach runs it many times
 * @param approval whether somebody has to approve it
 * @param barrier whether it is only there for others to depend on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
    value =
        "has(self.jobTemplate) || (has(self.jobTemplateRef) && self.jobTemplateRef != '')"
            + " || (has(self.barrier) && self.barrier) || (has(self.approval) && self.approval)",
    message = "a step needs jobTemplate, jobTemplateRef, barrier or approval")
public record Flow(
    @Required
        @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
        @Size(max = 63)
        @JsonPropertyDescription("Unique in the flow; the job is named <flow>-<name>.")
        @Nullable String name,
    @Size(max = 1024) @JsonPropertyDescription("Steps whose jobs must complete first.")
        @Nullable List<String> dependencies,
    @Size(max = 1024) @JsonPropertyDescription("Steps to wait for, each with a condition.")
        @Nullable List<Dependency> dependsOn,
    @Pattern("^(All|Any)$") @JsonPropertyDescription("How many to wait for. Default: All.")
        @Nullable String triggerRule,
    @Size(max = 1024)
        @JsonPropertyDescription("Skipped unless this holds, such as params.DAY == '1'.")
        @Nullable String when,
    @JsonPropertyDescription("The job; restartPolicy is always Never, backoffLimit 0 unless set.")
        @Nullable JobSpec jobTemplate,
    @Size(max = 253)
        @JsonPropertyDescription("A JobTemplate of this namespace; wins over jobTemplate.")
        @Nullable String jobTemplateRef,
    @PreserveUnknownFields
        @JsonPropertyDescription("Merged over the template; lists of named things by name.")
        @Nullable JsonNode patch,
    @Size(max = 64) @JsonPropertyDescription("Inputs of the template.")
        @Nullable List<Param> params,
    @JsonPropertyDescription("Mounts for every container of this step, init containers included.")
        @Nullable List<VolumeMount> shareVolumeMounts,
    @JsonPropertyDescription("When it is tried again; overrides the flow's.")
        @Nullable RetryPolicy retry,
    @Pattern("^(Fail|Ignore)$")
        @JsonPropertyDescription("Ignore: its failure harms neither flow nor dependents.")
        @Nullable String failurePolicy,
    @Min(1) @JsonPropertyDescription("How long one attempt may run.") @Nullable Long timeoutSeconds,
    @Min(1) @JsonPropertyDescription("How long it may be due without running.")
        @Nullable Long pendingTimeoutSeconds,
    @JsonPropertyDescription("Runs the step many times.") @Nullable ForEachSpec forEach,
    @JsonPropertyDescription("Waits for the annotation api.practice.com/approve.")
        @Nullable Boolean approval,
    @JsonPropertyDescription("Has no job; there for others to depend on.")
        @Nullable Boolean barrier) {}
