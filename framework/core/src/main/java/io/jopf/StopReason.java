package io.jopf;

/** Why a daemon has to stop. */
public enum StopReason {
  /** The object is being deleted, or gone. */
  OBJECT_DELETED,
  /** The object no longer matches the daemon's filters. */
  FILTERS_MISMATCH,
  /** Another instance of the operator takes over. */
  LEADERSHIP_LOST,
  /** The operator stops. */
  OPERATOR_STOPPING
}
