package io.jopf.flow.rollout;

import io.jopf.flow.Retry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a job goes over the nodes.
 *
 * @param concurrent how many nodes run it at the same time; at least one does
 * @param mayFail how many nodes may fail
 * @param canary so many nodes have to succeed before others begin, and none may fail before; 0:
 *     none
 * @param onFailure what happens when more failed
 * @param batchDelay if positive, nodes run in batches: the next one begins when no node of the one
 *     before has anything left to do and this time is over
 * @param continuous whether nodes that come later count for ever, rather than until all are done
 * @param rerunReplaced whether another node of an old name runs it again
 * @param retry when a node tries again
 * @param zones in what order the zones of nodes have their turn
 * @param deadline for the whole, from its first job; time that it is paused or suspended does not
 *     count; null for none
 */
public record RolloutPolicy(
    Share concurrent,
    Share mayFail,
    Share canary,
    OnFailure onFailure,
    Duration batchDelay,
    boolean continuous,
    boolean rerunReplaced,
    Retry retry,
    Zones zones,
    @Nullable Duration deadline) {

  /** All nodes at once, no failure allowed, once. */
  public static RolloutPolicy plain() {
    return new RolloutPolicy(
        Share.all(),
        Share.of(0),
        Share.of(0),
        OnFailure.FAIL_FAST,
        Duration.ZERO,
        false,
        false,
        Retry.none(),
        Zones.ANY,
        null);
  }
}
