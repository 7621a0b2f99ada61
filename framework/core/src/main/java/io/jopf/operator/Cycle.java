package io.jopf.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.Reason;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Marks;
import io.jopf.cause.Phase;
import io.jopf.cause.Situation;
import io.jopf.cause.StateCodec;
import io.jopf.filter.Candidate;
import io.jopf.handler.Due;
import io.jopf.handler.DueHandlers;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Interest;
import io.jopf.handler.Options;
import io.jopf.handler.Selection;
import io.jopf.invoke.Outcome;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import io.jopf.state.Transitions;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look at one object: from what is stored and what it is now, through the handlers whose turn
 * it is, to what has to be written and when to look again. Writes nothing itself.
 */
final class Cycle {

  /** When to look again after a handler was not let through; events come sooner. */
  private static final Duration HALT = Duration.ofSeconds(1);

  private final HandledKind kind;
  private final Marks marks;
  private final Time time;
  private final Transitions transitions;
  private final Caller caller;
  private final Memory memory;
  private final Guard guard;
  private final Situation situation;
  private final Candidate candidate;
  private final Interest interest;
  private final Changes changes;
  private @Nullable Instant again;

  Cycle(
      HandledKind kind,
      Marks marks,
      Time time,
      Transitions transitions,
      Caller caller,
      Memory memory,
      Guard guard,
      GenericKubernetesResource object) {
    this.kind = kind;
    this.marks = marks;
    this.time = time;
    this.transitions = transitions;
    this.caller = caller;
    this.memory = memory;
    this.guard = guard;
    ObjectNode json = Json.tree(object);
    this.situation = Situation.of(json, marks);
    this.candidate = caller.candidate(json);
    this.interest = interest(situation.stored());
    boolean waits = situation.phase() == Phase.DELETING;
    memory.last = interest.farewell() && !waits ? object : null;
    this.changes = new Changes(json);
  }

  /** Runs what is due and returns what to write. */
  Changes run() {
    boolean finalizer = interest.finalizer() || guard.wanted();
    if (situation.finalizer() != finalizer && !situation.deleting()) {
      changes.finalizer(finalizer);
      if (finalizer) {
        // nothing may happen before the promise to clean up is stored
        again = time.now();
        return changes;
      }
    }
    if (situation.phase() == Phase.DELETING || (interest.remembered() && !situation.deleting())) {
      causes();
    } else if (!situation.deleting()) {
      forget();
    }
    for (HandlerSpec handler : kind.levels()) {
      Options options = handler.options(Reason.RECONCILE);
      if ((!situation.deleting() || options.whileDeleting())
          && options.filter().matches(candidate)) {
        level(handler);
      }
    }
    return changes;
  }

  /** When to look at the object again without an event; null if only an event can matter. */
  @Nullable Duration again() {
    return again == null ? null : Duration.between(time.now(), again);
  }

  /** An object that no filter matches is as if it had never been handled. */
  private void forget() {
    memory.toResume.clear();
    changes.annotation(marks.state(), null);
  }

  private Interest interest(HandlingState state) {
    return Interest.of(kind.causes(), state, situation.essence(), candidate);
  }

  private void causes() {
    HandlingState state = transitions.begin(situation);
    boolean halted = false;
    for (Due due : select(state, situation.phase()).due()) {
      Outcome outcome = caller.call(due, changes, this::lookAgainAfter);
      if (outcome == null) {
        halted = true;
        break;
      }
      state = transitions.after(state, due, outcome, situation.essence(), time.now());
      boolean finished = !(outcome instanceof Outcome.TryAgain) || failedForGood(state, due);
      if (finished && due.handler().runsOn(Reason.RESUME)) {
        memory.toResume.remove(due.handler().id());
      }
      if (failedForGood(state, due)) {
        caller.tellGivenUp(due, outcome);
      }
      if (outcome instanceof Outcome.Succeeded done && done.result() != null) {
        changes.result(due.handler().id(), Json.node(done.result()));
      }
    }
    Selection rest = select(state, situation.phase());
    if (situation.phase() == Phase.CREATING && rest.isSettled()) {
      state = Transitions.created(state);
      rest = select(state, Phase.LIVING);
    }
    if (situation.phase() == Phase.DELETING && rest.isSettled()) {
      if (guard.held()) {
        // the end of the daemon brings us back; what is done must not be done again then
        remember(Transitions.settle(state, situation, rest));
      } else {
        changes.finalizer(false);
      }
      return;
    }
    HandlingState settled = Transitions.settle(state, situation, rest);
    if (rest.isSettled()) {
      memory.toResume.clear();
      if (!interest(settled).remembered()) {
        forget();
        return;
      }
    }
    remember(settled);
    if (halted) {
      lookAgainAfter(HALT);
    } else {
      lookAgain(rest.due().isEmpty() ? rest.waitingUntil() : time.now());
    }
  }

  private void remember(HandlingState settled) {
    if (!settled.equals(situation.stored())) {
      changes.annotation(marks.state(), StateCodec.write(settled));
    }
  }

  private Selection select(HandlingState state, Phase phase) {
    return DueHandlers.select(
        kind.causes(), phase, state, situation.essence(), candidate, memory.toResume, time.now());
  }

  private static boolean failedForGood(HandlingState state, Due due) {
    return Transitions.isFinalFailure(state, due);
  }

  private void level(HandlerSpec handler) {
    Memory.Attempts tried = memory.attempts.get(handler.id());
    Due due = caller.level(handler, tried);
    Outcome outcome = caller.call(due, changes, this::lookAgainAfter);
    if (outcome == null) {
      lookAgainAfter(HALT);
      return;
    }
    if (outcome instanceof Outcome.TryAgain retry) {
      int count = due.retry().attempt();
      memory.attempts.put(handler.id(), new Memory.Attempts(count + 1, due.retry().started()));
      Duration pause = retry.delay() != null ? retry.delay() : caller.pause(due);
      lookAgain(time.now().plus(pause));
      return;
    }
    memory.attempts.remove(handler.id());
    lookAgain(caller.resync(due));
    if (outcome instanceof Outcome.GaveUp gaveUp) {
      if (!gaveUp.message().equals(memory.givenUp.put(handler.id(), gaveUp.message()))) {
        caller.tellGivenUp(due, outcome);
      }
      return;
    }
    memory.givenUp.remove(handler.id());
    if (outcome instanceof Outcome.Succeeded done && done.result() != null) {
      changes.status(wholeStatus(Json.tree(done.result())));
    }
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

  private void lookAgainAfter(Duration delay) {
    lookAgain(time.now().plus(delay));
  }

  private void lookAgain(@Nullable Instant when) {
    if (when != null && (again == null || when.isBefore(again))) {
      again = when;
    }
  }
}
