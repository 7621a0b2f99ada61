package io.jopf.flow.rollout;

import io.jopf.flow.FlowState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a rollout. Handed back on the next call, it is the memory of the engine; reason,
 * message and counts do not matter then.
 *
 * @param state where it stands
 * @param started when its first job started, null before
 * @param completed when its last job ended and nothing more is to start, null before
 * @param halted since when nothing new starts because too many nodes failed, null if that is not so
 * @param stopped since when its clock stands still, null if it does not
 * @param stoppedFor how long it stood still before that
 * @param late whether its time was up
 * @param nodes by name
 * @param counts how many nodes stand where
 * @param reason one machine-readable word
 * @param message one line for people
 */
public record RolloutStatus(
    FlowState state,
    @Nullable Instant started,
    @Nullable Instant completed,
    @Nullable Instant halted,
    @Nullable Instant stopped,
    Duration stoppedFor,
    boolean late,
    List<NodeStatus> nodes,
    NodeCounts counts,
    String reason,
    String message) {

  /** The lists are copied. */
  public RolloutStatus {
    nodes = List.copyOf(nodes);
  }

  /** The memory of one never seen before. */
  public static RolloutStatus none() {
    return new RolloutStatus(
        FlowState.PENDING,
        null,
        null,
        null,
        null,
        Duration.ZERO,
        false,
        List.of(),
        NodeCounts.none(),
        "",
        "");
  }
}
