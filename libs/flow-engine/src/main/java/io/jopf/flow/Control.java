package io.jopf.flow;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a run from outside.
 *
 * @param suspended nothing starts, and the deadline's clock stands still
 * @param deleting the flow itself is being deleted: nothing starts any more
 * @param ending how it is to end before its time
 * @param queued why nothing may start yet though the flow is not suspended; null if it may
 * @param approvals by step or group: true if approved, false if refused; a missing one is awaited
 * @param when asked for each step whose dependencies are met
 */
public record Control(
    boolean suspended,
    boolean deleting,
    Ending ending,
    @Nullable String queued,
    Map<String, Boolean> approvals,
    Function<String, When> when) {
  private static final Control NONE =
      new Control(false, false, Ending.NONE, null, Map.of(), step -> When.run());

  public Control {
    approvals = Map.copyOf(approvals);
  }

  /** Nothing special. */
  public static Control none() {
    return NONE;
  }

  /** The same for a flow that is being deleted, or not. */
  public Control deleting(boolean now) {
    return new Control(suspended, now, ending, queued, approvals, when);
  }

  /** The same for a flow that is suspended, or not. */
  public Control suspended(boolean now) {
    return new Control(now, deleting, ending, queued, approvals, when);
  }

  /** The same with an ending. */
  public Control ending(Ending how) {
    return new Control(suspended, deleting, how, queued, approvals, when);
  }

  /** The same with approvals. */
  public Control approvals(Map<String, Boolean> given) {
    return new Control(suspended, deleting, ending, queued, given, when);
  }

  /** The same with conditions. */
  public Control when(Function<String, When> conditions) {
    return new Control(suspended, deleting, ending, queued, approvals, conditions);
  }

  /** The same for a flow that waits for its turn, or not. */
  public Control queued(@Nullable String why) {
    return new Control(suspended, deleting, ending, why, approvals, when);
  }
}
