package io.jopf.flow;

/** The machine-readable reasons this package gives. */
public final class Reasons {
  /** Step: its job can be created now. */
  public static final String READY = "Ready";

  /** Step: some dependencies are not met yet. */
  public static final String WAITING_FOR_DEPENDENCIES = "WaitingForDependencies";

  /** Step: could start, but as many jobs run as may. */
  public static final String WAITING_FOR_SLOT = "WaitingForSlot";

  /** Step: somebody has to approve it. */
  public static final String WAITING_FOR_APPROVAL = "WaitingForApproval";

  /** Step: belongs to a part of the flow that has not begun. */
  public static final String WAITING_FOR_STAGE = "WaitingForStage";

  /** Step and flow: could start, but other flows have to end first. */
  public static final String QUEUED = "Queued";

  /** Step and flow: suspended. */
  public static final String SUSPENDED = "Suspended";

  /** Step: the approval was refused. */
  public static final String REFUSED = "Refused";

  /** Step: its condition does not hold. */
  public static final String CONDITION_FALSE = "ConditionFalse";

  /** Step: its job was deleted before it ended. */
  public static final String LOST = "Lost";

  /** Step: was due for too long without running. */
  public static final String PENDING_TIMEOUT = "PendingTimeout";

  /** Step that stands for a group: one of its items failed. */
  public static final String ITEMS_FAILED = "ItemsFailed";

  /** Step: names a step that the plan does not have. Flow: failed for that. */
  public static final String UNKNOWN_DEPENDENCY = "UnknownDependency";

  /** Step: depends on a blocked step. */
  public static final String DEPENDENCY_BLOCKED = "DependencyBlocked";

  /** Step: what it needs of another step cannot happen any more. */
  public static final String DEPENDENCY_FAILED = "DependencyFailed";

  /** Step: another step failed before this one started. */
  public static final String FLOW_FAILED = "FlowFailed";

  /** Step: the flow is being deleted before this one started. Flow: being deleted. */
  public static final String DELETING = "Deleting";

  /** Step and flow: was stopped by somebody. */
  public static final String STOPPED = "Stopped";

  /** Step and flow: was cancelled by somebody. */
  public static final String CANCELLED = "Cancelled";

  /** Step and flow: the flow's time was up. */
  public static final String DEADLINE_EXCEEDED = "DeadlineExceeded";

  /** Flow: the plan is faulty. */
  public static final String INVALID_PLAN = "InvalidPlan";

  /** Flow: a step failed. */
  public static final String STEP_FAILED = "StepFailed";

  /** Flow: all went well but a final step. */
  public static final String FINALLY_FAILED = "FinallyFailed";

  /** Flow: everything that was to run did so well. */
  public static final String COMPLETED = "Completed";

  /** Flow: jobs run, or ran and more can start. */
  public static final String PROGRESSING = "Progressing";

  /** Flow: nothing runs and what could start is held back. */
  public static final String HELD = "Held";

  /** Node: left the cluster. */
  public static final String NODE_GONE = "NodeGone";

  /** Node: is not chosen any more. */
  public static final String NOT_SELECTED = "NotSelected";

  /** Node: waits until the first ones have succeeded. */
  public static final String WAITING_FOR_CANARY = "WaitingForCanary";

  /** Node: waits for the end of the nodes before it, and for the pause after them. */
  public static final String WAITING_FOR_BATCH = "WaitingForBatch";

  /** Node: waits until the nodes of the zones before it are done. */
  public static final String WAITING_FOR_ZONE = "WaitingForZone";

  /** Node and whole: nothing new starts at this time. */
  public static final String OUTSIDE_WINDOW = "OutsideMaintenanceWindow";

  /** Node and whole: somebody wants nothing new to start. */
  public static final String PAUSED = "Paused";

  /** Node and whole: more nodes failed than may. */
  public static final String TOO_MANY_FAILED = "TooManyFailed";

  /** Nodes: there is no node to run on. */
  public static final String NO_MATCHING_NODE = "NoMatchingNode";

  private Reasons() {}
}
