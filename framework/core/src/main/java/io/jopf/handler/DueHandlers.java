package io.jopf.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.cause.Diffs;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Phase;
import io.jopf.filter.Candidate;
import io.jopf.filter.Filter;
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
  private final Seen seen;
  private final Candidate object;
  private final Set<String> toResume;
  private final Instant now;
  private final List<Due> due = new ArrayList<>();
  private final Set<String> waiting = new HashSet<>();
  private @Nullable Instant waitingUntil;
  private boolean creates;

  private DueHandlers(
      HandlingState state, Essence essence, Candidate object, Set<String> toResume, Instant now) {
    this.state = state;
    this.seen = new Seen(state, essence);
    this.object = object;
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
   * @param object the same object for the filters
   * @param toResume ids of the handlers that have not resumed the object in this process
   */
  public static Selection select(
      List<HandlerSpec> handlers,
      Phase phase,
      HandlingState state,
      Essence essence,
      Candidate object,
      Set<String> toResume,
      Instant now) {
    DueHandlers pick = new DueHandlers(state, essence, object, toResume, now);
    for (HandlerSpec handler : handlers) {
      switch (phase) {
        case CREATING -> pick.creating(handler);
        case LIVING -> pick.living(handler);
        case DELETING -> pick.deleting(handler);
        case RELEASED -> {}
      }
    }
    return new Ordering(state, essence.hash(), pick.due, pick.waiting)
        .select(pick.waitingUntil, pick.creates);
  }

  /**
   * One that has created is told of changes at once. One for updates alone is not before all have
   * created: what it works on may not be there yet.
   */
  private void creating(HandlerSpec handler) {
    if (!unlessFinished(handler, Reason.CREATE) && state.handledBy(handler.id()) != null) {
      changed(handler);
    }
  }

  private boolean unlessFinished(HandlerSpec handler, Reason reason) {
    HandlerRecord known = state.handlers().get(handler.id());
    boolean same =
        known != null
            && (known.reason() == reason
                || (known.reason() == Reason.UPDATE && reason == Reason.CREATE));
    boolean finished = known != null && same && known.handled() != null;
    if (finished || !matches(handler, reason)) {
      return false;
    }
    JsonNode nothing = NullNode.getInstance();
    JsonNode value = seen.now(handler.options(reason).field());
    boolean create = reason == Reason.CREATE;
    offer(handler, reason, create ? nothing : value, create ? value : nothing);
    return true;
  }

  private void living(HandlerSpec handler) {
    if (isTrying(handler, Reason.CREATE) && matches(handler, Reason.CREATE)) {
      // it gave the creation up, and was asked to try again
      JsonNode value = seen.now(handler.options(Reason.CREATE).field());
      offer(handler, Reason.CREATE, NullNode.getInstance(), value);
    } else if (!changed(handler)) {
      resuming(handler);
    }
  }

  private boolean isTrying(HandlerSpec handler, Reason reason) {
    HandlerRecord known = state.handlers().get(handler.id());
    return known != null && known.unfinished() && known.reason() == reason;
  }

  private boolean changed(HandlerSpec handler) {
    if (!handler.runsOn(Reason.UPDATE) || seen.isPresent(handler)) {
      return false;
    }
    Filter filter = handler.options(Reason.UPDATE).filter();
    JsonNode before = seen.before(handler, filter.field());
    JsonNode after = seen.now(filter.field());
    if (Diffs.between(before, after).isEmpty() || !filter.matchesChange(object, before, after)) {
      return false;
    }
    offer(handler, Reason.UPDATE, before, after);
    return true;
  }

  private void deleting(HandlerSpec handler) {
    if (!unlessFinished(handler, Reason.DELETE)
        && handler.runsOn(Reason.RESUME)
        && handler.options(Reason.RESUME).whileDeleting()) {
      resuming(handler);
    }
  }

  private void resuming(HandlerSpec handler) {
    boolean wanted = toResume.contains(handler.id()) || isTrying(handler, Reason.RESUME);
    if (wanted && matches(handler, Reason.RESUME)) {
      List<String> field = handler.options(Reason.RESUME).field();
      offer(handler, Reason.RESUME, seen.before(handler, field), seen.now(field));
    }
  }

  private boolean matches(HandlerSpec handler, Reason reason) {
    return handler.runsOn(reason) && handler.options(reason).filter().matches(object);
  }

  private void offer(HandlerSpec handler, Reason reason, JsonNode before, JsonNode after) {
    creates |= reason == Reason.CREATE;
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
