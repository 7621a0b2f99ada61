package io.jopf.flow.rollout;

import java.util.List;
import java.util.Set;

/**
 * What is wanted from outside.
 *
 * @param deleting the whole is being deleted: nothing starts any more
 * @param suspended jobs are suspended; they are made all the same
 * @param paused nothing new starts
 * @param resume go on although too many nodes failed: those failures count no longer. To be said
 *     once
 * @param retry run again where it failed or was stopped. To be said once
 * @param retryAlso names of further nodes to run again on, with {@code retry}
 * @param problems why it cannot run at all; empty if it can
 */
public record RolloutControl(
    boolean deleting,
    boolean suspended,
    boolean paused,
    boolean resume,
    boolean retry,
    Set<String> retryAlso,
    List<String> problems) {

  /** Both are copied. */
  public RolloutControl {
    retryAlso = Set.copyOf(retryAlso);
    problems = List.copyOf(problems);
  }

  /** Nothing special. */
  public static RolloutControl none() {
    return new RolloutControl(false, false, false, false, false, Set.of(), List.of());
  }
}
