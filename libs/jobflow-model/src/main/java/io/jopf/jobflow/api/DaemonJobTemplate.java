package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * The DaemonJob that is made for each run.
 *
 * @param metadata labels and annotations, null for none
 * @param spec that of the DaemonJob
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DaemonJobTemplate(
    @Nullable RunMetadata metadata, @Required @Nullable DaemonJobSpec spec) {}
