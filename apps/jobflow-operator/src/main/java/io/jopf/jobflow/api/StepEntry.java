package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * How one step, or one node, stands. Times are RFC 3339 in UTC with seconds.
 *
 * @param name of the step or node
 * @param state Waiting, Blocked, Running, Succeeded, Failed or Skipped
 * @param job name of its job, null before it was needed
 * @param startTime when the job started, null before
 * @param finishTime when the outcome was fixed, null before
 * @param reason one word, null if there is nothing to tell
 * @param message for people, null if there is nothing to tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepEntry(
    String name,
    @JsonPropertyDescription("Waiting, Blocked, Running, Succeeded, Failed or Skipped.")
        String state,
    @Nullable String job,
    @Nullable String startTime,
    @Nullable String finishTime,
    @Nullable String reason,
    @Nullable String message) {}
