package io.jopf.flow;

/** What becomes of the rest when a step of the flow itself has failed for good. */
public enum FailurePolicy {
  /** Nothing new starts but what reacts to failures; what runs is followed to its end. */
  FAIL_FAST,
  /** Branches that do not need the failed step run to their end. */
  CONTINUE,
  /** As fail fast, and what runs is stopped. */
  CANCEL
}
