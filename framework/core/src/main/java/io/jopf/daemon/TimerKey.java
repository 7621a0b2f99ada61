package io.jopf.daemon;

import io.jopf.ObjectKey;

/**
 * A timer of an object.
 *
 * @param object where the object lives
 * @param uid which one it is
 * @param handler the handler's id
 */
record TimerKey(ObjectKey object, String uid, String handler) {
  @Override
  public String toString() {
    return handler + " of " + object;
  }
}
