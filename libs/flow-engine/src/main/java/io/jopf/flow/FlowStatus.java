package io.jopf.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a flow. Handed back on the next call, it is the memory of the engine; state,
 * reason and message do not matter then.
 *
 * @param state where the flow stands
 * @param started when work on it began, null before
 * @param completed when its last job ended and nothing more can start, null before
 * @param ending how it ends before its time
 * @param suspendedAt since when it is suspended, null if it is not
 * @param suspendedFor how long it was suspended before that
 * @param finallyDone whether the final steps are through: null if there are none or not yet, else
 *     whether they went well
 * @param steps in the plan's order
 * @param reason one machine-readable word
 * @param message one line for people
 */
public record FlowStatus(
    FlowState state,
    @Nullable Instant started,
    @Nullable Instant completed,
    Ending ending,
    @Nullable Instant suspendedAt,
    Duration suspendedFor,
    @Nullable Boolean finallyDone,
    List<StepStatus> steps,
    String reason,
    String message) {
  private static final FlowStatus NONE = of(FlowState.PENDING, null, List.of(), "", "");

  public FlowStatus {
    steps = List.copyOf(steps);
  }

  /** The memory of a flow never seen before. */
  public static FlowStatus none() {
    return NONE;
  }

  static FlowStatus of(
      FlowState state,
      @Nullable Instant started,
      List<StepStatus> steps,
      String reason,
      String message) {
    return new FlowStatus(
        state, started, null, Ending.NONE, null, Duration.ZERO, null, steps, reason, message);
  }

  /** How many steps stand where. */
  public Counts counts() {
    return Counts.of(steps);
  }
}
