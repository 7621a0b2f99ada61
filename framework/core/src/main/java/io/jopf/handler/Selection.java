package io.jopf.handler;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done now, and when to look again.
 *
 * @param due the handlers whose turn it is, in the order of their declaration
 * @param skipped those whose turn it would be, had not one that they come after failed for good
 * @param blocked ids of the handlers that come after one which is not done yet
 * @param waiting ids of the handlers that have to wait before they try again
 * @param waitingUntil when the first of those may; null if none waits
 * @param creating whether one of all these has still to create
 */
public record Selection(
    List<Due> due,
    List<Due> skipped,
    Set<String> blocked,
    Set<String> waiting,
    @Nullable Instant waitingUntil,
    boolean creating) {

  /** Whether every handler has dealt with the object as it is. */
  public boolean isSettled() {
    return due.isEmpty() && skipped.isEmpty() && blocked.isEmpty() && waiting.isEmpty();
  }

  /** Whether a handler has still to deal with the object as it is. */
  public boolean contains(String id) {
    return waiting.contains(id) || blocked.contains(id) || names(due, id) || names(skipped, id);
  }

  /** Whether a sub-handler belongs to one that has still to deal with the object as it is. */
  public boolean containsParentOf(String sub) {
    for (int end = sub.indexOf('/'); end >= 0; end = sub.indexOf('/', end + 1)) {
      if (contains(sub.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(List<Due> some, String id) {
    return some.stream().anyMatch(one -> one.handler().id().equals(id));
  }
}
