package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template holds.
 *
 * @param jobTemplate the job's spec
 * @param params its inputs, null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobTemplateSpec(
    @Required @JsonPropertyDescription("The job that flows refer to.")
        @Nullable JobSpec jobTemplate,
    @Size(max = 64) @JsonPropertyDescription("Inputs, known as ${params.<name>} in the job.")
        @Nullable List<TemplateParam> params) {}
