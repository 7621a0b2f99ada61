package io.jopf.flow;

/** What a step does when its turn has come. */
public enum Work {
  /** Runs a job. */
  JOB,
  /** Nothing: it succeeds at once, and is there for others to depend on. */
  NOTHING,
  /**
   * Stands for the items it depends on: fails if one of them failed, passes when all are through.
   */
  GROUP
}
