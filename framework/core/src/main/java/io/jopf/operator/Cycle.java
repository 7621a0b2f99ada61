package io.jopf.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Marks;
import io.jopf.cause.Phase;
import io.jopf.cause.Situation;
import io.jopf.cause.StateCodec;
import io.jopf.filter.Candidate;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Interest;
import io.jopf.handler.Options;
import io.jopf.handler.Selection;
import io.jopf.patch.Changes;
import io.jopf.state.Transitions;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One look at one object: from what is stored and what it is now, through the handlers whose turn
 * it is, to what has to be written and when to look again. Writes nothing itself.
 */
final class Cycle {

  private static final ClassValue<Boolean> CONDITIONS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return FailedCondition.fits(type);
        }
      };

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
  private final boolean conditions;
  private final Map<String, String> failures = new TreeMap<>();
  private @Nullable Instant again;

  Cycle(
      HandledKind kind,
      Marks marks,
      Time time,
      Transitions transitions,
      Caller caller,
      Memory memory,
      Guard guard,
      ObjectNode json) {
    this.kind = kind;
    this.marks = marks;
    this.time = time;
    this.transitions = transitions;
    this.caller = caller;
    this.memory = memory;
    this.guard = guard;
    this.situation = Situation.of(json, marks, kind.essence());
    this.candidate = caller.candidate(json);
    this.interest = interest(situation.stored());
    boolean waits = situation.phase() == Phase.DELETING;
    memory.last = interest.farewell() && !waits ? caller.object() : null;
    this.changes = new Changes(json);
    this.conditions = CONDITIONS.get(kind.type());
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
    boolean waits = situation.phase() == Phase.DELETING && !memory.released;
    if (waits || (interest.remembered() && !situation.deleting())) {
      causes();
    } else if (!situation.deleting()) {
      forget();
    }
    new Levels(kind, caller, memory, changes, this::lookAgainAfter)
        .run(kind.levels().stream().filter(this::concerns).toList());
    failures.putAll(memory.givenUp);
    if (conditions && !situation.deleting()) {
      FailedCondition.update(changes, situation.object(), marks, failures, time.now());
    }
    return changes;
  }

  /** When to look at the object again without an event; null if only an event can matter. */
  @Nullable Instant again() {
    return again;
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
    Causes causes =
        new Causes(
            kind,
            situation,
            candidate,
            transitions,
            caller,
            memory,
            time,
            changes,
            this::lookAgainAfter);
    Selection rest = causes.run();
    failures.putAll(causes.failures());
    if (situation.phase() == Phase.DELETING && rest.isSettled()) {
      if (guard.held()) {
        // the end of the daemon brings us back; what is done must not be done again then
        remember(Transitions.settle(causes.state(), situation, rest));
      } else {
        changes.finalizer(false);
      }
      return;
    }
    if (rest.isSettled()) {
      memory.toResume.clear();
      if (!interest(causes.state()).remembered()) {
        forget();
        return;
      }
    }
    remember(causes.state());
    lookAgain(causes.again());
  }

  private void remember(HandlingState settled) {
    if (!settled.equals(situation.stored())) {
      changes.annotation(marks.state(), StateCodec.write(settled));
    }
  }

  private boolean concerns(HandlerSpec handler) {
    Options options = handler.options(Reason.RECONCILE);
    return (!situation.deleting() || options.whileDeleting())
        && options.filter().matches(candidate);
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
