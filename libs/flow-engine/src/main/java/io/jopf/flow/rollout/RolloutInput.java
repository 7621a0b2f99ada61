package io.jopf.flow.rollout;

import io.jopf.flow.Observed;
import java.time.Instant;
import java.util.Map;

/**
 * What a decision is made on.
 *
 * @param policy how to go over the nodes
 * @param places every node of the cluster, by name
 * @param remembered the status stored last, {@link RolloutStatus#none()} at first
 * @param observed what the job of each node shows; a missing entry means there is none
 * @param control what is wanted from outside
 * @param now used where a fact carries no time of its own
 */
public record RolloutInput(
    RolloutPolicy policy,
    Map<String, Place> places,
    RolloutStatus remembered,
    Map<String, Observed> observed,
    RolloutControl control,
    Instant now) {

  /** Whether it is over for good, whatever nodes come and go. */
  boolean isOver() {
    return remembered.completed() != null
        && remembered.started() != null
        && !policy.continuous()
        && !control.retry();
  }
}
