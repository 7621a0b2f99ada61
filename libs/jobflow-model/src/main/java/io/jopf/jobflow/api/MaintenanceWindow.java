package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * A time at which nodes may begin.
 *
 * @param schedule when it opens, a cron expression of five fields
 * @param durationSeconds how long it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaintenanceWindow(
    @Required @Size(max = 100) @JsonPropertyDescription("When it opens, such as 0 2 * * 6.")
        @Nullable String schedule,
    @Required @Min(60) @Max(604800) @JsonPropertyDescription("How long it is open.")
        @Nullable Integer durationSeconds) {}
