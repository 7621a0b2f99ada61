package io.jopf.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.cause.Diffs;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Phase;
import io.jopf.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Picks the handlers whose turn it is: per handler, by comparing the essence that it has dealt with
 * against the present one.
 */
public final class DueHandlers {

  private final HandlingState state;
  private final Essence essence;
  private final Set<String> toResume;
  private final Instant now;
  private final List<Due> due = new ArrayList<>();
  private final Set<String> waiting = new HashSet<>();
  private @Nullable Instant waitingUntil;

  private DueHandlers(HandlingState state, Essence essence, Set<String> toResume, Instant now) {
    this.state = state;
    this.essence = essence;
    this.toResume = toResume;
    this.now = now;
  }

  /**
   * Picks.
   *
   * @param handlers the kind's cause-style handlers
   * @param phase where the object stands
   * @param state what is remembered of it
   * @param essence what it asks for now
   * @param toResume ids of the handlers that have not resumed the object in this process
   */
  public static Selection select(
      List<HandlerSpec> handlers,
      Phase phase,
      HandlingState state,
      Essence essence,
      Set<String> toResume,
      Instant now) {
    DueHandlers pick = new DueHandlers(state, essence, toResume, now);
    for (HandlerSpec handler : handlers) {
      switch (phase) {
        case CREATING -> pick.unlessFinished(handler, Reason.CREATE);
        case LIVING -> pick.living(handler);
        case DELETING -> pick.unlessFinished(handler, Reason.DELETE);
        case RELEASED -> {}
      }
    }
    return new Selection(List.copyOf(pick.due), Set.copyOf(pick.waiting), pick.waitingUntil);
  }

  private void unlessFinished(HandlerSpec handler, Reason reason) {
    HandlerRecord known = state.handlers().get(handler.id());
    boolean finished = known != null && known.reason() == reason && known.handled() != null;
    if (handler.runsOn(reason) && !finished) {
      List<String> field = handler.options(reason).field();
      JsonNode nothing = NullNode.getInstance();
      JsonNode value = Json.at(essence.fields(), field);
      boolean create = reason == Reason.CREATE;
      offer(handler, reason, create ? nothing : value, create ? value : nothing);
    }
  }

  private void living(HandlerSpec handler) {
    String handled = state.handledBy(handler.id());
    if (handler.runsOn(Reason.UPDATE) && !essence.hash().equals(handled)) {
      List<String> field = handler.options(Reason.UPDATE).field();
      ObjectNode last = handled == null ? null : state.essences().get(handled);
      JsonNode before = last == null ? NullNode.getInstance() : Json.at(last, field);
      JsonNode after = Json.at(essence.fields(), field);
      if (!before.equals(after)) {
        offer(handler, Reason.UPDATE, before, after);
        return;
      }
    }
    if (handler.runsOn(Reason.RESUME) && toResume.contains(handler.id())) {
      offer(handler, Reason.RESUME, essence.fields(), essence.fields());
    }
  }

  private void offer(HandlerSpec handler, Reason reason, JsonNode before, JsonNode after) {
    HandlerRecord known = state.handlers().get(handler.id());
    boolean first = known == null || !known.unfinished() || known.reason() != reason;
    HandlerRecord trying = first ? null : known;
    Instant notBefore = trying == null ? null : trying.notBefore();
    if (notBefore != null && notBefore.isAfter(now)) {
      waiting.add(handler.id());
      if (waitingUntil == null || notBefore.isBefore(waitingUntil)) {
        waitingUntil = notBefore;
      }
      return;
    }
    Instant started = trying == null ? null : trying.started();
    Retry retry =
        new Retry(trying == null ? 0 : trying.attempts(), started == null ? now : started);
    due.add(new Due(handler, reason, Diffs.between(before, after), before, after, retry));
  }
}
