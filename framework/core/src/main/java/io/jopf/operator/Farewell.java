package io.jopf.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Phase;
import io.jopf.handler.Due;
import io.jopf.handler.DueHandlers;
import io.jopf.handler.HandledKind;
import io.jopf.invoke.Outcome;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import io.jopf.time.Time;
import java.util.List;
import java.util.Set;

/**
 * Calls the delete handlers of an object that did not wait for them: once, because nothing about it
 * can be stored any more.
 */
record Farewell(HandledKind kind, Caller caller, Time time) {

  void say(GenericKubernetesResource last) {
    ObjectNode json = Json.tree(last);
    Changes unwritten = new Changes(json);
    List<Due> all =
        DueHandlers.select(
                kind.causes(),
                Phase.DELETING,
                HandlingState.NONE,
                Essence.of(json, kind.essence()),
                caller.candidate(json),
                Set.of(),
                time.now())
            .due();
    for (Due due : all) {
      Outcome outcome = caller.call(due, unwritten, delay -> {});
      if (outcome != null && !(outcome instanceof Outcome.Succeeded)) {
        caller.tellGivenUp(due, outcome);
      }
    }
  }
}
