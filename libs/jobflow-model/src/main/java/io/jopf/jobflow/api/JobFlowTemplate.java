package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * The JobFlow that is made for each run.
 *
 * @param metadata labels and annotations, null for none
 * @param spec that of the flow
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobFlowTemplate(
    @Nullable RunMetadata metadata, @Required @Nullable JobFlowSpec spec) {}
