package io.jopf.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.Requeue;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Phase;
import io.jopf.cause.Situation;
import io.jopf.filter.Candidate;
import io.jopf.handler.Due;
import io.jopf.handler.DueHandlers;
import io.jopf.handler.HandledKind;
import io.jopf.handler.Selection;
import io.jopf.invoke.Outcome;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import io.jopf.state.Transitions;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cause-style handlers of one cycle: those whose turn it is, and what is remembered then. */
final class Causes {

  /** When to look again after a handler was not let through; events come sooner. */
  static final Duration HALT = Duration.ofSeconds(1);

  private final HandledKind kind;
  private final Situation situation;
  private final Candidate candidate;
  private final Transitions transitions;
  private final Caller caller;
  private final Memory memory;
  private final Time time;
  private final Changes changes;
  private final Requeue requeue;
  private HandlingState state = HandlingState.NONE;
  private @Nullable Instant again;

  Causes(
      HandledKind kind,
      Situation situation,
      Candidate candidate,
      Transitions transitions,
      Caller caller,
      Memory memory,
      Time time,
      Changes changes,
      Requeue requeue) {
    this.kind = kind;
    this.situation = situation;
    this.candidate = candidate;
    this.transitions = transitions;
    this.caller = caller;
    this.memory = memory;
    this.time = time;
    this.changes = changes;
    this.requeue = requeue;
  }

  /** What a handler comes to that is not called, because one before it has failed for good. */
  static Outcome skipped(Due due) {
    List<String> after = due.options().after();
    return new Outcome.GaveUp("skipped, as it comes after " + String.join(", ", after), null);
  }

  /**
   * Calls the handlers.
   *
   * @return what has still to be done
   */
  Selection run() {
    state = transitions.begin(situation, kind.causes(), time.now());
    skip(situation.phase());
    boolean halted = false;
    for (Due due : select(situation.phase()).due()) {
      if (!call(due)) {
        halted = true;
        break;
      }
    }
    Selection rest = skip(situation.phase());
    if (situation.phase() == Phase.CREATING && !rest.creating()) {
      state = Transitions.created(state);
      rest = skip(Phase.LIVING);
    }
    if (halted) {
      again = time.now().plus(HALT);
    } else {
      again = rest.due().isEmpty() ? rest.waitingUntil() : time.now();
    }
    if (!(rest.isSettled() && situation.phase() == Phase.DELETING)) {
      state = Transitions.settle(state, situation, rest);
    }
    return rest;
  }

  /** What is to be remembered. */
  HandlingState state() {
    return state;
  }

  /** When to look again for a handler's sake; null if only an event can matter. */
  @Nullable Instant again() {
    return again;
  }

  /** What has failed for good and why, by handler. */
  Map<String, String> failures() {
    Map<String, String> failures = new TreeMap<>();
    state
        .handlers()
        .forEach(
            (id, known) -> {
              String failure = known.failure();
              if (failure != null) {
                failures.put(id, failure);
              }
            });
    return failures;
  }

  /** Marks what cannot be reached any more, until nothing of that is left. */
  private Selection skip(Phase phase) {
    Selection selection = select(phase);
    while (!selection.skipped().isEmpty()) {
      selection.skipped().forEach(due -> finish(due, skipped(due)));
      selection = select(phase);
    }
    return selection;
  }

  private boolean call(Due due) {
    Parts.Progress progress = caller.progress(transitions, situation.essence(), state);
    Outcome outcome = caller.call(due, changes, requeue, progress);
    if (outcome == null) {
      return false;
    }
    state = progress.state();
    finish(due, outcome);
    if (outcome instanceof Outcome.Succeeded done && done.result() != null) {
      JsonNode result = Json.node(done.result());
      changes.result(due.handler().id(), result);
    }
    return true;
  }

  private void finish(Due due, Outcome outcome) {
    String id = due.handler().id();
    state = transitions.after(state, due, outcome, situation.essence(), time.now());
    HandlerRecord known = state.handlers().get(id);
    if (known != null && known.unfinished()) {
      return;
    }
    state = state.withoutSubs(id);
    memory.toResume.remove(id);
    String failure = known == null ? null : known.failure();
    if (failure != null) {
      caller.tellGivenUp(due, new Outcome.GaveUp(failure, outcome.cause()));
    }
  }

  private Selection select(Phase phase) {
    return DueHandlers.select(
        kind.causes(), phase, state, situation.essence(), candidate, memory.toResume, time.now());
  }
}
