package io.jopf.flow.rollout;

import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one node.
 *
 * @param step how the job stands there, under the node's name
 * @param uid of the node that it is about, as far as known
 * @param forgiven whether its failure counts no longer against what may fail
 * @param gone whether it has left the cluster
 */
public record NodeStatus(StepStatus step, @Nullable String uid, boolean forgiven, boolean gone) {

  static NodeStatus fresh(String name, @Nullable String uid) {
    return new NodeStatus(
        new StepStatus(name, StepState.WAITING, 0, 0, null, null, null, null, null),
        uid,
        false,
        false);
  }

  /** The node's name. */
  public String name() {
    return step.name();
  }

  /** Where the job stands there. */
  public StepState state() {
    return step.state();
  }

  boolean is(StepState state) {
    return step.state() == state;
  }

  boolean finished() {
    return step.state().finished();
  }

  /** Whether an attempt was made that still counts. */
  boolean begun() {
    return step.attempts() > step.spent();
  }

  /** Whether its job was deleted before it ended, and is to be made again. */
  boolean lost() {
    return is(StepState.WAITING) && begun();
  }

  /** Whether it has work that is neither over nor merely waiting for its turn. */
  boolean inFlight() {
    return is(StepState.RUNNING) || is(StepState.RETRY_WAIT) || lost();
  }

  int nextAttempt() {
    return lost() ? step.attempts() : Math.max(step.attempts(), step.spent()) + 1;
  }

  NodeStatus with(StepStatus other) {
    return new NodeStatus(other, uid, forgiven, gone);
  }

  NodeStatus idle(StepState state, @Nullable String reason, @Nullable String message) {
    return with(
        new StepStatus(
            name(), state, step.attempts(), step.spent(), null, null, null, reason, message));
  }

  NodeStatus ended(StepState end, String reason, @Nullable String message, Instant at) {
    return with(
        new StepStatus(
            name(), end, step.attempts(), step.spent(), null, step.started(), at, reason, message));
  }

  NodeStatus forgave() {
    return new NodeStatus(step, uid, true, gone);
  }

  NodeStatus gone(boolean away) {
    return new NodeStatus(step, uid, forgiven, away);
  }

  /** To be run again by a new attempt, on the node of this UID. */
  NodeStatus again(@Nullable String newUid) {
    return new NodeStatus(
        new StepStatus(
            name(),
            StepState.WAITING,
            step.attempts(),
            step.attempts(),
            null,
            null,
            null,
            null,
            null),
        newUid,
        false,
        false);
  }
}
