package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a DaemonJob stands. Times are RFC 3339 in UTC with seconds.
 *
 * @param state Pending, Running, Paused, Suspended, Succeed, Failed or Terminating
 * @param progress nodes succeeded out of all, as {@code 3/5}
 * @param message one line for people
 * @param desired how many nodes have run the job, run it or are to run it
 * @param active how many run it
 * @param succeeded where it succeeded
 * @param failed where it failed or was stopped
 * @param pending how many wait for their turn
 * @param skipped how many are left out or do not get their turn any more
 * @param gone how many left the cluster after their job had begun
 * @param failedNodes names of the first 50 nodes where it failed
 * @param startTime when the first job started, null before
 * @param completionTime when the last job ended and no other is to start, null before
 * @param haltTime since when nothing new starts because too many nodes failed
 * @param stopTime since when its clock stands still, null if it does not
 * @param stoppedSeconds how long it stood still before that
 * @param late whether its time was up, null if not
 * @param retried the last wish to run failed nodes again that was taken up
 * @param resumed the last wish to go on after a pause that was taken up
 * @param observedGeneration the generation of the spec the rest speaks of
 * @param nodes nodes by name; the finished ones never run again
 * @param succeededNodes where there are many nodes, those not listed because they succeeded
 * @param jobStatusList status of each job that exists, by {@code <job>/<namespace>}
 * @param conditions Accepted, Running, Paused, Suspended, Complete, Failed and more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DaemonJobStatus(
    @JsonPropertyDescription("Pending, Running, Paused, Suspended, Succeed, Failed, Terminating.")
        @Nullable String state,
    @JsonPropertyDescription("Nodes succeeded out of all.") @Nullable String progress,
    @JsonPropertyDescription("One line for people.") @Nullable String message,
    @JsonPropertyDescription("Nodes that have run the job, run it or are to run it.")
        @Nullable Integer desired,
    @JsonPropertyDescription("Nodes that run it.") @Nullable Integer active,
    @JsonPropertyDescription("Nodes where it succeeded.") @Nullable Integer succeeded,
    @JsonPropertyDescription("Nodes where it failed or was stopped.") @Nullable Integer failed,
    @JsonPropertyDescription("Nodes that wait for their turn.") @Nullable Integer pending,
    @JsonPropertyDescription("Nodes left out, or that do not get their turn any more.")
        @Nullable Integer skipped,
    @JsonPropertyDescription("Nodes that left the cluster after their job had begun.")
        @Nullable Integer gone,
    @JsonPropertyDescription("The first 50 nodes where it failed.")
        @Nullable List<String> failedNodes,
    @JsonPropertyDescription("When its first job started.") @Nullable String startTime,
    @JsonPropertyDescription("When the last job ended and no other is to start.")
        @Nullable String completionTime,
    @JsonPropertyDescription("Since when nothing new starts because too many nodes failed.")
        @Nullable String haltTime,
    @JsonPropertyDescription("Since when its clock stands still.") @Nullable String stopTime,
    @JsonPropertyDescription("How long its clock stood still before that.")
        @Nullable Long stoppedSeconds,
    @JsonPropertyDescription("Whether its time was up.") @Nullable Boolean late,
    @JsonPropertyDescription("The last wish to retry that was taken up.") @Nullable String retried,
    @JsonPropertyDescription("The last wish to resume that was taken up.") @Nullable String resumed,
    @JsonPropertyDescription("The generation of the spec that the rest speaks of.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("The nodes; the finished ones never run again.")
        @Nullable List<NodeEntry> nodes,
    @JsonPropertyDescription("Of many nodes those that succeeded: lines, gzip, base64.")
        @Nullable String succeededNodes,
    @JsonPropertyDescription("Status of each job that exists, by <job>/<namespace>.")
        @Nullable Map<String, JobStatus> jobStatusList,
    @JsonPropertyDescription("Accepted, Running, Paused, Suspended, Complete, Failed and more.")
        @Nullable List<Condition> conditions) {

  /** The status of one that nobody has looked at. */
  public static DaemonJobStatus none() {
    return new DaemonJobStatus(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null, null);
  }
}
