package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one step, or one node, stands. Times are RFC 3339 in UTC with seconds.
 *
 * @param name of the step or node
 * @param state Waiting, Blocked, Running, RetryWait, Succeeded, Failed, Skipped or Cancelled
 * @param job name of its last job, null before it was needed
 * @param attempts how many jobs were made for it, null for none
 * @param spentAttempts how many of those count no longer, null for none
 * @param dueTime since when it could run, where that is limited
 * @param startTime when the last job started, null before
 * @param finishTime when the last attempt ended, null before
 * @param reason one word, null if there is nothing to tell
 * @param message for people, null if there is nothing to tell
 * @param outputs what the step told its dependents, null if nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepEntry(
    String name,
    @JsonPropertyDescription(
            "Waiting, Blocked, Running, RetryWait, Succeeded, Failed, Skipped or Cancelled.")
        String state,
    @JsonPropertyDescription("Its last job.") @Nullable String job,
    @JsonPropertyDescription("How many jobs were made for it.") @Nullable Integer attempts,
    @JsonPropertyDescription("How many of them were of earlier runs.")
        @Nullable Integer spentAttempts,
    @JsonPropertyDescription("Since when it could run, or when it is tried again.")
        @Nullable String dueTime,
    @Nullable String startTime,
    @Nullable String finishTime,
    @JsonPropertyDescription("One word for the state.") @Nullable String reason,
    @Nullable String message,
    @JsonPropertyDescription("What it told its dependents.")
        @Nullable Map<String, String> outputs) {}
