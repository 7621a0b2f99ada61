package io.jopf.jupyter.api;

/** The reasons of conditions and events, each explained to administrators. */
public final class Reasons {

  /** Accepted: the spec can be used. */
  public static final String VALID = "Valid";

  /** Not accepted: a value cannot be used. */
  public static final String INVALID_VALUE = "InvalidValue";

  /** Not accepted: the name cannot be that of the notebook's objects. */
  public static final String INVALID_NAME = "InvalidName";

  /** Not accepted: the project's claim or id is absent. */
  public static final String PROJECT_MISSING = "ProjectMissing";

  /** The notebook can be reached, and its other objects are being made. */
  public static final String CREATING = "Creating";

  /** The objects are as they should be. */
  public static final String APPLIED = "Applied";

  /** An object of somebody else has the name. */
  public static final String CONFLICT = "Conflict";

  /** The API server takes an object not as it is. */
  public static final String REFUSED = "Refused";

  /** Another notebook has the path on the same host. */
  public static final String PATH_TAKEN = "PathTaken";

  /** Nothing is known, since the spec cannot be used. */
  public static final String NOT_ACCEPTED = "NotAccepted";

  /** Not available because objects are missing. */
  public static final String RESOURCES_NOT_READY = "ResourcesNotReady";

  /** The server answers. */
  public static final String RUNNING = "Running";

  /** Nothing is wrong, it only takes time. */
  public static final String STARTING = "Starting";

  /** Nothing is wrong: it was asked for. */
  public static final String STOPPED = "Stopped";

  /** The image cannot be pulled. */
  public static final String IMAGE_PULL = "ImagePull";

  /** The container cannot be started. */
  public static final String CONTAINER_REFUSED = "ContainerRefused";

  /** The server used more memory than it may. */
  public static final String OUT_OF_MEMORY = "OutOfMemory";

  /** The server ends again and again. */
  public static final String CRASH_LOOP = "CrashLoop";

  /** The project's volume is not there. */
  public static final String CLAIM_PENDING = "ClaimPending";

  /** No node takes the pod. */
  public static final String UNSCHEDULABLE = "Unschedulable";

  /** The pod may not be made. */
  public static final String POD_REFUSED = "PodRefused";

  /** An event: something in the spec was left out or replaced. */
  public static final String SPEC_WARNING = "SpecWarning";

  /** An event: objects follow a changed spec. */
  public static final String UPDATED = "Updated";

  /**
   * An event: objects that were missing, or otherwise than is wanted now, are as they should be.
   */
  public static final String REPAIRED = "Repaired";

  /** Not stopped: the server is to run. */
  public static final String STARTED = "Started";

  /** Stopped: the spec says so. */
  public static final String STOP_REQUESTED = "StopRequested";

  /** Stopped: nothing was done for as long as the notebook may be idle. */
  public static final String CULLED = "Culled";

  /** Stopped: the server has run for as long as it may. */
  public static final String MAX_AGE_REACHED = "MaxAgeReached";

  /** The Pod is still the one that the original operator has started. */
  public static final String TAKEN_OVER = "TakenOver";

  /** An event: the notebook has a new token, and so another URL. */
  public static final String TOKEN_ROTATED = "TokenRotated";

  /** An event: the notebook is deleted because it was there for as long as it may. */
  public static final String TIME_TO_LIVE_OVER = "TimeToLiveOver";

  private Reasons() {}
}
