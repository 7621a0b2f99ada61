package io.jopf.flow.rollout;

import org.jspecify.annotations.Nullable;

/**
 * A node of the cluster.
 *
 * @param uid tells it from another one of the same name
 * @param wanted whether the job is to run there at all
 * @param reason why it cannot run there for the time being, one word; null if it can
 * @param message the same for people
 * @param zone where it is, as far as that matters for the order; empty for nowhere
 */
public record Place(
    String uid, boolean wanted, @Nullable String reason, @Nullable String message, String zone) {

  /** One where the job is to run. */
  public static Place fit(String uid) {
    return new Place(uid, true, null, null, "");
  }

  /** One where it is to run, but cannot for the time being. */
  public static Place leftOut(String uid, String reason, String message) {
    return new Place(uid, true, reason, message, "");
  }

  /** One where it is not to run. */
  public static Place unwanted(String uid) {
    return new Place(uid, false, null, null, "");
  }

  /** The same in a zone. */
  public Place in(String other) {
    return new Place(uid, wanted, reason, message, other);
  }
}
