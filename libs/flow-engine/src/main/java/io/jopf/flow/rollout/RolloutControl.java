package io.jopf.flow.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
 * @param closedUntil nothing new starts before that time; null if it may
 * @param problems why it cannot run at all; empty if it can
 */
public record RolloutControl(
    boolean deleting,
    boolean suspended,
    boolean paused,
    boolean resume,
    boolean retry,
    Set<String> retryAlso,
    @Nullable Instant closedUntil,
    List<String> problems) {

  /** Both are copied. */
  public RolloutControl {
    retryAlso = Set.copyOf(retryAlso);
    problems = List.copyOf(problems);
  }

  /** At any time. */
  public RolloutControl(
      boolean deleting,
      boolean suspended,
      boolean paused,
      boolean resume,
      boolean retry,
      Set<String> retryAlso,
      List<String> problems) {
    this(deleting, suspended, paused, resume, retry, retryAlso, null, problems);
  }

  /** Nothing special. */
  public static RolloutControl none() {
    return new RolloutControl(false, false, false, false, false, Set.of(), List.of());
  }
}
