package io.jopf;

import java.util.Locale;

/** Why a handler runs. */
public enum Reason {
  /** The object has not been handled yet. */
  CREATE,
  /** It has changed since. */
  UPDATE,
  /** It is going to be deleted. */
  DELETE,
  /** This process sees it for the first time, and it was handled before. */
  RESUME,
  /** Level style: something may have changed. */
  RECONCILE,
  /** The watch has told something. */
  EVENT,
  /** Its time has come. */
  TIMER,
  /** It runs beside the object. */
  DAEMON,
  /** An index is kept. */
  INDEX;

  /** As it is stored and shown: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
