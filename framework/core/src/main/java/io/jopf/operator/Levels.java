package io.jopf.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.Requeue;
import io.jopf.handler.Due;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.invoke.Outcome;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The level-style handlers of one cycle, each after those that it comes after. */
final class Levels {

  private final HandledKind kind;
  private final Caller caller;
  private final Memory memory;
  private final Changes changes;
  private final Requeue requeue;

  /** Those that did not succeed in this cycle. */
  private final Set<String> unsuccessful = new HashSet<>();

  Levels(HandledKind kind, Caller caller, Memory memory, Changes changes, Requeue requeue) {
    this.kind = kind;
    this.caller = caller;
    this.memory = memory;
    this.changes = changes;
    this.requeue = requeue;
  }

  /** Calls them; the order was checked at start, so that a round always finds one. */
  void run(List<HandlerSpec> handlers) {
    List<HandlerSpec> left = new ArrayList<>(handlers);
    boolean found = true;
    while (found && !left.isEmpty()) {
      found = false;
      for (Iterator<HandlerSpec> all = left.iterator(); all.hasNext(); ) {
        HandlerSpec handler = all.next();
        List<String> after = handler.options(Reason.RECONCILE).after();
        if (left.stream().map(HandlerSpec::id).noneMatch(after::contains)) {
          all.remove();
          found = true;
          if (after.stream().anyMatch(unsuccessful::contains) || !call(handler)) {
            unsuccessful.add(handler.id());
          }
        }
      }
    }
  }

  private boolean call(HandlerSpec handler) {
    Memory.Attempts tried = memory.attempts.get(handler.id());
    Due due = caller.level(handler, tried);
    Outcome outcome = caller.call(due, changes, requeue);
    if (outcome == null) {
      requeue.after(Causes.HALT);
      return false;
    }
    if (outcome instanceof Outcome.TryAgain retry) {
      int count = due.retry().attempt();
      memory.attempts.put(handler.id(), new Memory.Attempts(count + 1, due.retry().started()));
      requeue.after(caller.pause(due, retry));
      return false;
    }
    memory.attempts.remove(handler.id());
    Instant resync = caller.resync(due);
    if (resync != null) {
      requeue.after(Duration.between(caller.kind().time().now(), resync));
    }
    if (outcome instanceof Outcome.GaveUp gaveUp) {
      if (!gaveUp.message().equals(memory.givenUp.put(handler.id(), gaveUp.message()))) {
        caller.tellGivenUp(due, outcome);
      }
      return false;
    }
    memory.givenUp.remove(handler.id());
    if (outcome instanceof Outcome.Succeeded done && done.result() != null) {
      changes.status(wholeStatus(Json.tree(done.result())));
    }
    return true;
  }

  /** Results of other handlers live beside what a level-style handler returns. */
  private ObjectNode wholeStatus(ObjectNode returned) {
    ObjectNode present = changes.status();
    for (HandlerSpec handler : kind.withResult()) {
      if (present.has(handler.id()) && !returned.has(handler.id())) {
        returned.set(handler.id(), present.get(handler.id()));
      }
    }
    return returned;
  }
}
