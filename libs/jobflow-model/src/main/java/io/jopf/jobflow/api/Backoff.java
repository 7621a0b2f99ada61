package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * The pauses between attempts.
 *
 * @param seconds the first pause, null for 10
 * @param factor by which it grows, null for 2
 * @param maxSeconds the longest pause, null for 600
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
    value = "!has(self.seconds) || !has(self.maxSeconds) || self.maxSeconds >= self.seconds",
    message = "maxSeconds is less than seconds")
public record Backoff(
    @Min(0) @Max(86400) @JsonPropertyDescription("The first pause. Default: 10.")
        @Nullable Integer seconds,
    @Min(1) @Max(100) @JsonPropertyDescription("By which it grows. Default: 2.")
        @Nullable Integer factor,
    @Min(0) @Max(86400) @JsonPropertyDescription("The longest pause. Default: 600.")
        @Nullable Integer maxSeconds) {}
