package io.jopf.handler;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done now, and when to look again.
 *
 * @param due the handlers whose turn it is, in the order of their declaration
 * @param waitingUntil when the first of the others may try again; null if none waits
 */
public record Selection(List<Due> due, @Nullable Instant waitingUntil) {

  /** Whether every handler has dealt with the object as it is. */
  public boolean isSettled() {
    return due.isEmpty() && waitingUntil == null;
  }
}
