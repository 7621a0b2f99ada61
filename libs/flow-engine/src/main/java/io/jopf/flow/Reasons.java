package io.jopf.flow;

/** The machine-readable reasons this package gives. */
public final class Reasons {
  /** Step: its job can be created now. */
  public static final String READY = "Ready";

  /** Step: some dependencies have not succeeded yet. */
  public static final String WAITING_FOR_DEPENDENCIES = "WaitingForDependencies";

  /** Step: names a step that the plan does not have. Flow: failed for that. */
  public static final String UNKNOWN_DEPENDENCY = "UnknownDependency";

  /** Step: depends on a blocked step. */
  public static final String DEPENDENCY_BLOCKED = "DependencyBlocked";

  /** Step: depends on a failed or skipped step. */
  public static final String DEPENDENCY_FAILED = "DependencyFailed";

  /** Step: another step failed before this one started. */
  public static final String FLOW_FAILED = "FlowFailed";

  /** Step: the flow is being deleted before this one started. Flow: being deleted. */
  public static final String DELETING = "Deleting";

  /** Flow: the plan is faulty. */
  public static final String INVALID_PLAN = "InvalidPlan";

  /** Flow: a step failed. */
  public static final String STEP_FAILED = "StepFailed";

  /** Flow: every step succeeded. */
  public static final String COMPLETED = "Completed";

  /** Flow: jobs run, or ran and more can start. */
  public static final String PROGRESSING = "Progressing";

  /** Flow: nothing runs and what could start is held back. */
  public static final String HELD = "Held";

  /** Nodes: there is no node to run on. */
  public static final String NO_MATCHING_NODE = "NoMatchingNode";

  private Reasons() {}
}
