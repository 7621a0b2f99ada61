package io.jopf.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a flow. Handed back on the next call, it is the memory of the engine; of it,
 * only the times and the finished steps matter then.
 *
 * @param state where the flow stands
 * @param started when its first job started, null before
 * @param completed when its last job ended and nothing more can start, null before
 * @param steps in the plan's order; empty for a faulty plan
 * @param reason one machine-readable word
 * @param message one line for people
 */
public record FlowStatus(
    FlowState state,
    @Nullable Instant started,
    @Nullable Instant completed,
    List<StepStatus> steps,
    String reason,
    String message) {

  public FlowStatus {
    steps = List.copyOf(steps);
  }

  /** The memory of a flow never seen before. */
  public static FlowStatus none() {
    return new FlowStatus(FlowState.PENDING, null, null, List.of(), "", "");
  }

  /** How many steps stand where. */
  public Counts counts() {
    return Counts.of(steps);
  }
}
