package io.jopf.flow.rollout;

import io.jopf.flow.Start;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do, and how the whole stands.
 *
 * @param toStart jobs to create, the most urgent first; each step is a node
 * @param toStop nodes whose job is to be deleted
 * @param again when to ask again though nothing has changed; null if there is no such time
 * @param status to be stored
 */
public record RolloutDecision(
    List<Start> toStart, List<String> toStop, @Nullable Instant again, RolloutStatus status) {

  /** Both are copied. */
  public RolloutDecision {
    toStart = List.copyOf(toStart);
    toStop = List.copyOf(toStop);
  }
}
