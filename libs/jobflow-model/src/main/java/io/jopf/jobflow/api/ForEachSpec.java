package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step many times: once for each item, so many times, or once for each combination.
 *
 * @param items values known as {@code ${item}}
 * @param count how many times, the number known as {@code ${item}}
 * @param matrix values by name, known as {@code ${item.<name>}}
 * @param maxParallel how many run at the same time, null or 0 for any number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
    value = "[has(self.items), has(self.count), has(self.matrix)].filter(x, x).size() == 1",
    message = "exactly one of items, count and matrix")
public record ForEachSpec(
    @Size(max = 1000) @JsonPropertyDescription("One run each, known as ${item}.")
        @Nullable List<String> items,
    @Min(1) @Max(1000) @JsonPropertyDescription("So many runs, the number known as ${item}.")
        @Nullable Integer count,
    @Size(max = 8) @JsonPropertyDescription("One run per combination, known as ${item.<name>}.")
        @Nullable Map<String, List<String>> matrix,
    @Min(0) @JsonPropertyDescription("Runs at the same time. Default, 0: any number.")
        @Nullable Integer maxParallel) {}
