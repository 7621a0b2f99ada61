package io.jopf.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Phase;
import io.jopf.handler.Due;
import io.jopf.handler.DueHandlers;
import io.jopf.handler.HandledKind;
import io.jopf.handler.Selection;
import io.jopf.invoke.Outcome;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import io.jopf.state.Transitions;
import io.jopf.time.Time;
import java.util.Set;

/**
 * Calls the delete handlers of an object that did not wait for them: once, because nothing about it
 * can be stored any more.
 */
record Farewell(HandledKind kind, Caller caller, Transitions transitions, Time time) {

  void say(GenericKubernetesResource last) {
    ObjectNode json = Json.tree(last);
    Essence essence = Essence.of(json, kind.essence());
    Changes unwritten = new Changes(json);
    HandlingState state = HandlingState.NONE;
    for (Selection next = select(state, json); !next.isSettled(); next = select(state, json)) {
      for (Due due : next.skipped()) {
        Outcome skipped = Causes.skipped(due);
        caller.tellGivenUp(due, skipped);
        state = state.with(due.handler().id(), record(skipped, essence));
      }
      for (Due due : next.due()) {
        Parts.Progress progress = caller.progress(transitions, essence, state);
        Outcome outcome = caller.call(due, unwritten, delay -> {}, progress);
        if (outcome == null) {
          return;
        }
        if (!(outcome instanceof Outcome.Succeeded)) {
          caller.tellGivenUp(due, outcome);
        }
        state = state.with(due.handler().id(), record(outcome, essence));
      }
    }
  }

  private static HandlerRecord record(Outcome outcome, Essence essence) {
    return outcome instanceof Outcome.Succeeded
        ? HandlerRecord.succeeded(Reason.DELETE, essence.hash())
        : HandlerRecord.failed(Reason.DELETE, essence.hash(), "failed", null);
  }

  private Selection select(HandlingState state, ObjectNode json) {
    return DueHandlers.select(
        kind.causes(),
        Phase.DELETING,
        state,
        Essence.of(json, kind.essence()),
        caller.candidate(json),
        Set.of(),
        time.now());
  }
}
