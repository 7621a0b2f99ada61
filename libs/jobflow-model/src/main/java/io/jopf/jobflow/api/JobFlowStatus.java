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
 * @param state Pending, Running, Suspended, Succeed, Failed, Cancelled or Terminating
 * @param progress steps succeeded out of all, as {@code 3/5}
 * @param counts how many steps stand where
 * @param message one line for people
 * @param startTime when work on it began, null before
 * @param completionTime when the last job ended and no other can start, null before
 * @param ending how it ends before its time: Stop, Cancel, CancelRunFinally or Deadline
 * @param suspendTime since when it is suspended, null if it is not
 * @param suspendedSeconds how long it was suspended before that
 * @param retried the last wish for another run that was taken up
 * @param observedGeneration the generation of the spec the rest speaks of
 * @param topology which steps there were when it started, as a hash
 * @param steps every step in the spec's order; the finished ones never run again
 * @param templates what the flow uses of templates
 * @param jobStatusList status of each job that exists, by {@code <job>/<namespace>}
 * @param conditions Accepted, Running, Suspended, Complete, Failed, Stalled and FinallyComplete
 * @param resubmitted the last wish to run it all again that was taken up
 * @param history earlier runs, the latest ten, if it was run again from the start
 * @param node where it runs, if that was decided by its first step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobFlowStatus(
    @JsonPropertyDescription(
            "Pending, Running, Suspended, Succeed, Failed, Cancelled or Terminating.")
        @Nullable String state,
    @JsonPropertyDescription("Steps succeeded out of all.") @Nullable String progress,
    @JsonPropertyDescription("How many steps stand where.") @Nullable StepCounts counts,
    @JsonPropertyDescription("One line for people.") @Nullable String message,
    @JsonPropertyDescription("When work on it began.") @Nullable String startTime,
    @JsonPropertyDescription("When the last job ended and no other can start.")
        @Nullable String completionTime,
    @JsonPropertyDescription("How it ends early: Stop, Cancel, CancelRunFinally or Deadline.")
        @Nullable String ending,
    @JsonPropertyDescription("Since when it is suspended.") @Nullable String suspendTime,
    @JsonPropertyDescription("How long it was suspended before that.")
        @Nullable Long suspendedSeconds,
    @JsonPropertyDescription("The last wish for another run that was taken up.")
        @Nullable String retried,
    @JsonPropertyDescription("The generation of the spec that the rest speaks of.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Which steps there were at the start, as a hash.")
        @Nullable String topology,
    @JsonPropertyDescription("Every step; the finished ones never run again.")
        @Nullable List<StepEntry> steps,
    @JsonPropertyDescription("What the flow uses of templates.")
        @Nullable List<UsedTemplate> templates,
    @JsonPropertyDescription("Status of each job that exists, by <job>/<namespace>.")
        @Nullable Map<String, JobStatus> jobStatusList,
    @JsonPropertyDescription(
            "Accepted, Running, Suspended, Complete, Failed, Stalled, FinallyComplete.")
        @Nullable List<Condition> conditions,
    @JsonPropertyDescription("The last wish to run it all again that was taken up.")
        @Nullable String resubmitted,
    @JsonPropertyDescription("Earlier runs, if it was run again from the start.")
        @Nullable List<PastRun> history,
    @JsonPropertyDescription("With nodeBinding Sticky: where it runs.") @Nullable String node) {

  /** The status of a flow that nobody has looked at. */
  public static JobFlowStatus none() {
    return new JobFlowStatus(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null);
  }
}
