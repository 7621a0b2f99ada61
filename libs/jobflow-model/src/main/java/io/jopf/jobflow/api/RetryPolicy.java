package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a step is tried again; each attempt is a Job of its own.
 *
 * @param limit attempts after the first, null for 0
 * @param backoff the pauses between them, null for the usual ones
 * @param on Failed, Lost or both; null for both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetryPolicy(
    @Min(0) @Max(100) @JsonPropertyDescription("Attempts after the first. Default: 0.")
        @Nullable Integer limit,
    @JsonPropertyDescription("The pauses between attempts.") @Nullable Backoff backoff,
    @Size(max = 2)
        @JsonPropertyDescription(
            "Failed: the job failed. Lost: it was deleted; it is made again under its name.")
        @Nullable List<String> on) {}
