package io.jopf.handler;

import io.jopf.Reason;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds handlers back until those that they come after have dealt with the object, and that is
 * stored: a process that is killed then does not repeat them.
 */
final class Ordering {

  private final HandlingState state;
  private final String present;
  private final List<Due> due;
  private final Set<String> waiting;

  Ordering(HandlingState state, String present, List<Due> due, Set<String> waiting) {
    this.state = state;
    this.present = present;
    this.due = due;
    this.waiting = waiting;
  }

  Selection select(@Nullable Instant waitingUntil, boolean creating) {
    List<Due> ready = new ArrayList<>();
    List<Due> skipped = new ArrayList<>();
    Set<String> blocked = new HashSet<>();
    for (Due one : due) {
      List<String> after = one.options().after();
      if (after.stream().anyMatch(this::isPending)) {
        blocked.add(one.handler().id());
      } else if (after.stream().anyMatch(id -> hasFailed(id, one.reason()))) {
        skipped.add(one);
      } else {
        ready.add(one);
      }
    }
    return new Selection(
        List.copyOf(ready),
        List.copyOf(skipped),
        Set.copyOf(blocked),
        Set.copyOf(waiting),
        waitingUntil,
        creating);
  }

  private boolean isPending(String id) {
    return waiting.contains(id) || due.stream().anyMatch(one -> one.handler().id().equals(id));
  }

  private boolean hasFailed(String id, Reason reason) {
    HandlerRecord known = state.handlers().get(id);
    return known != null
        && known.failure() != null
        && (reason == Reason.DELETE || present.equals(known.handled()));
  }
}
