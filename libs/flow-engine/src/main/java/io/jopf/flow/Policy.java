package io.jopf.flow;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a flow as a whole.
 *
 * @param onFailure what becomes of the rest when a step failed
 * @param parallelism how many jobs may run at the same time, 0 for any number
 * @param deadline how long the flow itself may take from its start, without the time it is
 *     suspended and without its final steps; null for ever
 */
public record Policy(FailurePolicy onFailure, int parallelism, @Nullable Duration deadline) {
  private static final Policy DEFAULT = new Policy(FailurePolicy.FAIL_FAST, 0, null);

  /** Fail fast, without limits. */
  public static Policy standard() {
    return DEFAULT;
  }

  /** The same with another failure policy. */
  public Policy onFailure(FailurePolicy other) {
    return new Policy(other, parallelism, deadline);
  }

  /** The same with another parallelism. */
  public Policy parallelism(int other) {
    return new Policy(onFailure, other, deadline);
  }

  /** The same with another deadline. */
  public Policy deadline(@Nullable Duration other) {
    return new Policy(onFailure, parallelism, other);
  }
}
