package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a step waits for.
 *
 * @param name another step
 * @param condition Succeeded, Failed, Finished or Running; null means Succeeded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dependency(
    @Required @Size(max = 63) @JsonPropertyDescription("Another step.") @Nullable String name,
    @Pattern("^(Succeeded|Failed|Finished|Running)$")
        @JsonPropertyDescription("What it waits for. Default: Succeeded.")
        @Nullable String condition) {}
