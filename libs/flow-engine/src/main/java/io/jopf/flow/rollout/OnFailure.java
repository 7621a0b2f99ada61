package io.jopf.flow.rollout;

/** What happens when more nodes failed than may. */
public enum OnFailure {
  /** It has failed: what runs is followed to its end, nothing new starts. */
  FAIL_FAST,
  /** All nodes run; what came of it shows at the end. */
  CONTINUE,
  /** Nothing new starts until somebody says so. */
  PAUSE
}
