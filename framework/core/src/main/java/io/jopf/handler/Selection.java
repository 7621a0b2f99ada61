package io.jopf.handler;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done now, and when to look again.
 *
 * @param due the handlers whose turn it is, in the order of their declaration
 * @param waiting ids of the handlers that have to wait before they try again
 * @param waitingUntil when the first of those may; null if none waits
 */
public record Selection(List<Due> due, Set<String> waiting, @Nullable Instant waitingUntil) {

  /** Whether every handler has dealt with the object as it is. */
  public boolean isSettled() {
    return due.isEmpty() && waiting.isEmpty();
  }

  /** Whether a handler has still to deal with the object as it is. */
  public boolean contains(String id) {
    return waiting.contains(id) || due.stream().anyMatch(one -> one.handler().id().equals(id));
  }
}
