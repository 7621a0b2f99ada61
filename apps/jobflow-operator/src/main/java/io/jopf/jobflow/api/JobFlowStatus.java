package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a flow stands. Times are RFC 3339 in UTC with seconds.
 *
 * @param state Pending, Running, Succeed, Failed or Terminating
 * @param progress steps succeeded out of all, as {@code 3/5}
 * @param message one line for people
 * @param startTime when the first job started, null before
 * @param completionTime when the last job ended and no other can start, null before
 * @param observedGeneration the generation of the spec the rest speaks of
 * @param steps every step in the spec's order; the finished ones never run again
 * @param jobStatusList status of each job that exists, by {@code <job>/<namespace>}
 * @param conditions {@code Complete} and {@code Failed}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobFlowStatus(
    @JsonPropertyDescription("Pending, Running, Succeed, Failed or Terminating.")
        @Nullable String state,
    @JsonPropertyDescription("Steps succeeded out of all.") @Nullable String progress,
    @Nullable String message,
    @Nullable String startTime,
    @Nullable String completionTime,
    @Nullable Long observedGeneration,
    @JsonPropertyDescription("Every step; the finished ones never run again.")
        @Nullable List<StepEntry> steps,
    @JsonPropertyDescription("Status of each job that exists, by <job>/<namespace>.")
        @Nullable Map<String, JobStatus> jobStatusList,
    @JsonPropertyDescription("Complete and Failed.") @Nullable List<Condition> conditions) {}
