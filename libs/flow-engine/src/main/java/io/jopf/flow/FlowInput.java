package io.jopf.flow;

import java.time.Instant;
import java.util.Map;

/**
 * Everything a decision depends on.
 *
 * @param plan the steps
 * @param remembered the status stored last, {@link FlowStatus#none()} at first
 * @param observed what each step's job shows; a missing entry means there is no job
 * @param deleting whether the flow itself is being deleted: nothing starts any more
 * @param now used where a fact carries no time of its own
 */
public record FlowInput(
    Plan plan,
    FlowStatus remembered,
    Map<String, Observed> observed,
    boolean deleting,
    Instant now) {

  public FlowInput {
    observed = Map.copyOf(observed);
  }

  Observed observed(String step) {
    return observed.getOrDefault(step, Observed.none());
  }
}
