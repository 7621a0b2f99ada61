package io.jopf.flow;

import java.time.Instant;
import java.util.Map;

/**
 * Everything a decision depends on.
 *
 * @param plan the steps
 * @param remembered the status stored last, {@link FlowStatus#none()} at first
 * @param observed what the job of each step's latest attempt shows; a missing entry means there is
 *     no job
 * @param control what is said from outside
 * @param now used where a fact carries no time of its own, and for pauses and limits
 */
public record FlowInput(
    Plan plan,
    FlowStatus remembered,
    Map<String, Observed> observed,
    Control control,
    Instant now) {

  public FlowInput {
    observed = Map.copyOf(observed);
  }
}
