package io.jopf.operator;

import java.time.Duration;

/** Something that happens in an object's life. */
sealed interface Step {

  /** A user sets the data. */
  record Edit(String image, String other) implements Step {}

  /** A user sets the label that some handlers filter by. */
  record Label(String app) implements Step {}

  /** A user wants what has failed to be tried again, unless the value is the last one. */
  record Ask(String value) implements Step {}

  /** The operator looks, if it has a reason to. */
  record Look(Fate fate) implements Step {}

  /** Time passes. */
  record Wait(Duration duration) implements Step {}

  /** The operator's process ends and another one begins. */
  record Restart() implements Step {}

  /** A user deletes the object. */
  record Delete() implements Step {}
}
