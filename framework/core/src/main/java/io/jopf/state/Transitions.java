package io.jopf.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Situation;
import io.jopf.handler.Due;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Selection;
import io.jopf.invoke.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The steps from one remembered state to the next. */
public final class Transitions {

  /** Why handlers run for an object on its way out. */
  private static final Set<Reason> DELETING = EnumSet.of(Reason.DELETE, Reason.RESUME);

  private final RandomGenerator random;

  /**
   * Transitions whose jitter comes from the given source.
   *
   * @param random any generator; a test takes a seeded one
   */
  public Transitions(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The state that the cycle's handlers are picked by.
   *
   * @param handlers the kind's cause-style handlers
   */
  public HandlingState begin(Situation situation, List<HandlerSpec> handlers, Instant now) {
    HandlingState state = AnotherTry.of(situation, handlers, now);
    return switch (situation.phase()) {
      case CREATING ->
          state.origin() != null ? state : state.based(null, situation.essence().hash());
      case DELETING -> state.records(deletions(state.handlers()), deletions(state.subs()));
      case LIVING, RELEASED -> state;
    };
  }

  private static Map<String, HandlerRecord> deletions(Map<String, HandlerRecord> all) {
    Map<String, HandlerRecord> deletions = new TreeMap<>(all);
    deletions.values().removeIf(known -> !DELETING.contains(known.reason()));
    return deletions;
  }

  /** The state after a handler has run. */
  public HandlingState after(
      HandlingState state, Due due, Outcome outcome, Essence essence, Instant now) {
    String id = due.handler().id();
    HandlerRecord known = state.handlers().getOrDefault(id, HandlerRecord.unknown(due.reason()));
    if (outcome instanceof Outcome.TryAgain again) {
      if (again.isLast(due.retry().attempt() + 1, due.options())) {
        return gaveUp(state, due, essence, again.message());
      }
      HandlerRecord base = known.reason() == due.reason() ? known : known.withoutAttempts();
      Duration pause = again.pause(due.options().backoff(), base.calls(), random);
      if (due.isTooLate(now.plus(pause))) {
        return gaveUp(state, due, essence, due.timedOut() + ": " + again.message());
      }
      Instant started = due.retry().started();
      return state.with(id, base.retried(due.reason(), again.counts(), started, now.plus(pause)));
    }
    if (outcome instanceof Outcome.GaveUp gaveUp) {
      return gaveUp(state, due, essence, gaveUp.message());
    }
    boolean resumed = due.reason() == Reason.RESUME;
    if (resumed && known.handled() == null) {
      return state.with(id, null);
    }
    String handled = resumed ? Objects.requireNonNull(known.handled()) : essence.hash();
    return state.with(id, HandlerRecord.succeeded(due.reason(), handled));
  }

  /** Whether this outcome ends a handler's attempts for good. */
  public static boolean isFinalFailure(HandlingState after, Due due) {
    HandlerRecord known = after.handlers().get(due.handler().id());
    return known != null && known.failure() != null;
  }

  private static HandlingState gaveUp(
      HandlingState state, Due due, Essence essence, String message) {
    String id = due.handler().id();
    String before = due.reason() == Reason.UPDATE ? state.handledBy(id) : null;
    return state.with(id, HandlerRecord.failed(due.reason(), essence.hash(), message, before));
  }

  /** The state when every create handler is done: from here on, changes are updates. */
  public static HandlingState created(HandlingState state) {
    String origin = Objects.requireNonNull(state.origin(), "a creation has begun");
    return state.based(origin, null);
  }

  /**
   * The state to store: moves the baseline when nobody is left to deal with the present essence,
   * and keeps only the essences that a later diff can need.
   *
   * @param rest what would be picked now, after all outcomes
   */
  public static HandlingState settle(HandlingState state, Situation situation, Selection rest) {
    String present = situation.essence().hash();
    String baseline = state.baseline();
    Map<String, HandlerRecord> handlers = new TreeMap<>(state.handlers());
    // attempts at a change that was taken back are no attempts at the next one
    handlers.replaceAll((id, known) -> rest.contains(id) ? known : known.withoutAttempts());
    if (!situation.deleting() && baseline != null) {
      if (rest.isSettled()) {
        baseline = present;
        // what a handler has given up earlier, it has not given up now
        handlers.values().removeIf(known -> !present.equals(known.handled()));
      }
      String reached = baseline;
      handlers.values().removeIf(known -> isCaughtUp(known, reached));
    }
    Map<String, HandlerRecord> subs = new TreeMap<>(state.subs());
    subs.keySet().removeIf(id -> !rest.containsParentOf(id));
    return state
        .based(baseline, state.origin())
        .records(handlers, subs)
        .essences(essences(state, situation, baseline, state.origin(), handlers));
  }

  private static boolean isCaughtUp(HandlerRecord known, String baseline) {
    return !known.unfinished()
        && known.failure() == null
        && (known.handled() == null || baseline.equals(known.handled()));
  }

  private static Map<String, ObjectNode> essences(
      HandlingState state,
      Situation situation,
      @Nullable String baseline,
      @Nullable String origin,
      Map<String, HandlerRecord> handlers) {
    Map<String, ObjectNode> known = new TreeMap<>(state.essences());
    known.put(situation.essence().hash(), situation.essence().fields());
    known
        .keySet()
        .removeIf(
            hash ->
                !hash.equals(baseline)
                    && !hash.equals(origin)
                    && handlers.values().stream()
                        .noneMatch(one -> hash.equals(one.handled()) || hash.equals(one.before())));
    return known;
  }
}
