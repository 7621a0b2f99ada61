package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * How one node stands. Times are RFC 3339 in UTC with seconds.
 *
 * @param name of the node
 * @param uid of the node that it is about, null if unknown
 * @param state Waiting, Running, RetryWait, Succeeded, Failed, Skipped or Cancelled
 * @param job name of its last job, null before it was needed
 * @param attempts how many jobs were made for it, null for none
 * @param spentAttempts how many of those count no longer, null for none
 * @param dueTime when the next attempt follows, null if none is waited for
 * @param startTime when the last job started, null before
 * @param finishTime when the last attempt ended, null before
 * @param reason one word, null if there is nothing to tell
 * @param message for people, null if there is nothing to tell
 * @param forgiven whether its failure counts no longer, null if not
 * @param gone whether the node has left the cluster, null if not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodeEntry(
    String name,
    @Nullable String uid,
    @JsonPropertyDescription(
            "Waiting, Running, RetryWait, Succeeded, Failed, Skipped or Cancelled.")
        String state,
    @JsonPropertyDescription("Its last job.") @Nullable String job,
    @JsonPropertyDescription("How many jobs were made for it.") @Nullable Integer attempts,
    @JsonPropertyDescription("How many of them were of earlier runs.")
        @Nullable Integer spentAttempts,
    @JsonPropertyDescription("When it is tried again.") @Nullable String dueTime,
    @Nullable String startTime,
    @Nullable String finishTime,
    @JsonPropertyDescription("One word for the state.") @Nullable String reason,
    @Nullable String message,
    @JsonPropertyDescription("Its failure counts no longer.") @Nullable Boolean forgiven,
    @JsonPropertyDescription("The node has left the cluster.") @Nullable Boolean gone) {

  /**
   * The same with what only nodes have.
   *
   * @param step how it stands, under the node's name
   */
  public static NodeEntry of(StepEntry step, @Nullable String uid, boolean forgiven, boolean gone) {
    return new NodeEntry(
        step.name(),
        uid,
        step.state(),
        step.job(),
        step.attempts(),
        step.spentAttempts(),
        step.dueTime(),
        step.startTime(),
        step.finishTime(),
        step.reason(),
        step.message(),
        forgiven ? true : null,
        gone ? true : null);
  }

  /** What steps have as well. */
  public StepEntry step() {
    return new StepEntry(
        name,
        state,
        job,
        attempts,
        spentAttempts,
        dueTime,
        startTime,
        finishTime,
        reason,
        message,
        null);
  }
}
