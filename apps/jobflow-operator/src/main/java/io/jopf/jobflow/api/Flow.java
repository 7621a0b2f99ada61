package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow.
 *
 * @param name unique in the flow; its job is {@code <flow>-<name>}
 * @param dependencies steps whose jobs must complete first
 * @param jobTemplate the job's spec
 * @param jobTemplateRef a JobTemplate of the same namespace; wins over {@code jobTemplate}
 * @param shareVolumeMounts where the flow's shared volumes go in every container of the step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
    value = "has(self.jobTemplate) || (has(self.jobTemplateRef) && self.jobTemplateRef != '')",
    message = "a step needs jobTemplate or jobTemplateRef")
public record Flow(
    @Required
        @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
        @Size(max = 63)
        @JsonPropertyDescription("Unique in the flow; the job is named <flow>-<name>.")
        @Nullable String name,
    @Size(max = 1024) @JsonPropertyDescription("Steps whose jobs must complete first.")
        @Nullable List<String> dependencies,
    @JsonPropertyDescription("The job; restartPolicy is always Never, backoffLimit 0 unless set.")
        @Nullable JobSpec jobTemplate,
    @Size(max = 253)
        @JsonPropertyDescription("A JobTemplate of this namespace; wins over jobTemplate.")
        @Nullable String jobTemplateRef,
    @JsonPropertyDescription("Mounts for every container of this step, init containers included.")
        @Nullable List<VolumeMount> shareVolumeMounts) {}
