package io.jopf.operator;

import io.jopf.Cancellation;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.SubHandlers;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.handler.Backoff;
import io.jopf.handler.Due;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.PartName;
import io.jopf.invoke.Invoker;
import io.jopf.invoke.Outcome;
import io.jopf.invoke.RunningCalls;
import io.jopf.state.Transitions;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of one call of a handler, or of a part of it. */
final class Parts implements SubHandlers {

  /** What all parts of one handler share. */
  static final class Progress {
    private final Transitions transitions;
    private final Essence essence;
    private final Time time;
    private final RunningCalls calls;
    private HandlingState state;

    Progress(
        Transitions transitions,
        Essence essence,
        Time time,
        RunningCalls calls,
        HandlingState state) {
      this.transitions = transitions;
      this.essence = essence;
      this.time = time;
      this.calls = calls;
      this.state = state;
    }

    /** The state with what the parts have come to. */
    HandlingState state() {
      return state;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final Due parent;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Instant> unfinished = new TreeMap<>();
  private final Map<String, String> failed = new TreeMap<>();

  Parts(Due parent, Progress progress, Cancellation cancellation) {
    this.parent = parent;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  @Override
  public boolean run(String name, Options options, Work work) {
    if (!PartName.isValid(name)) {
      throw new IllegalArgumentException("sub-handler '" + name + "': " + PartName.RULE);
    }
    if (!seen.add(name)) {
      throw new IllegalArgumentException("sub-handler '" + name + "' runs twice");
    }
    String id = parent.handler().id() + "/" + name;
    HandlerRecord known = progress.state.subs().get(id);
    if (known == null || !isEnded(known)) {
      Instant now = progress.time.now();
      Instant notBefore = known == null || !isTrying(known) ? null : known.notBefore();
      if (cancellation.isCancelled() || (notBefore != null && notBefore.isAfter(now))) {
        unfinished.put(name, notBefore == null ? now : notBefore);
        return false;
      }
      attempt(due(id, options, known, now), work);
      known = progress.state.subs().get(id);
    }
    return isSuccess(name, known);
  }

  private boolean isSuccess(String name, @Nullable HandlerRecord known) {
    if (known != null && known.unfinished()) {
      Instant next = known.notBefore();
      unfinished.put(name, next == null ? progress.time.now() : next);
      return false;
    }
    String failure = known == null ? null : known.failure();
    if (failure != null) {
      failed.put(name, failure);
    }
    return failure == null;
  }

  private boolean isEnded(HandlerRecord known) {
    return known.reason() == parent.reason()
        && !known.unfinished()
        && (parent.reason() == Reason.DELETE || progress.essence.hash().equals(known.handled()));
  }

  private boolean isTrying(HandlerRecord known) {
    return known.unfinished() && known.reason() == parent.reason();
  }

  private Due due(String id, Options options, @Nullable HandlerRecord known, Instant now) {
    Duration pause = options.backoff();
    io.jopf.handler.Options own =
        parent
            .options()
            .part(
                options.retries(),
                pause == null ? parent.options().backoff() : Backoff.fixed(pause),
                options.timeout());
    HandlerSpec spec =
        new HandlerSpec(
            id, Map.of(parent.reason(), own), parent.handler().method(), parent.handler().bean());
    Instant started = known == null || !isTrying(known) ? null : known.started();
    int attempts = known == null || started == null ? 0 : known.attempts();
    Retry retry = new Retry(attempts, started == null ? now : started);
    return new Due(spec, parent.reason(), parent.diff(), parent.before(), parent.after(), retry);
  }

  private void attempt(Due due, Work work) {
    Outcome late = new Outcome.GaveUp(due.timedOut(), null);
    Instant now = progress.time.now();
    Parts inner = new Parts(due, progress, cancellation);
    Outcome outcome =
        due.isTooLate(now)
            ? late
            : progress.calls.part(
                cancellation,
                due.handler().id(),
                due.deadline(now),
                late,
                () -> inner.with(call(due, work, inner)));
    record(due, outcome);
  }

  private static Outcome call(Due due, Work work, SubHandlers inner) {
    Sub sub = new Part(due.handler().id(), due.retry(), inner);
    return Invoker.classify(
        due.handler().id(),
        due.options().errors(),
        () -> {
          work.run(sub);
          return null;
        });
  }

  private record Part(String id, Retry retry, SubHandlers subHandlers) implements Sub {}

  private void record(Due due, Outcome outcome) {
    String id = due.handler().id();
    HandlingState state = progress.state;
    HandlingState subs = state.records(state.subs(), Map.of());
    HandlingState after =
        outcome instanceof Outcome.Succeeded
            ? subs.with(id, HandlerRecord.succeeded(due.reason(), progress.essence.hash()))
            : progress.transitions.after(subs, due, outcome, progress.essence, progress.time.now());
    HandlingState next = state.records(state.handlers(), after.handlers());
    HandlerRecord known = after.handlers().get(id);
    boolean ended = known == null || !known.unfinished();
    progress.state = ended ? next.withoutSubs(id) : next;
    if (outcome instanceof Outcome.TryAgain again && again.cause() != null) {
      LOG.warn("{} attempt {}: {}", id, due.retry().attempt() + 1, again.message());
    } else if (outcome instanceof Outcome.GaveUp gaveUp) {
      LOG.error("{} gave up: {}", id, gaveUp.message(), gaveUp.cause());
    }
  }

  /** What came of the handler together with its parts. */
  Outcome with(Outcome own) {
    if (!(own instanceof Outcome.Succeeded)) {
      return own;
    }
    if (!unfinished.isEmpty()) {
      Instant next = unfinished.values().stream().min(Instant::compareTo).orElseThrow();
      Duration pause = Duration.between(progress.time.now(), next);
      return new Outcome.TryAgain(
          pause.isNegative() ? Duration.ZERO : pause,
          "waits for " + String.join(", ", unfinished.keySet()),
          false,
          null);
    }
    if (!failed.isEmpty()) {
      String what =
          failed.entrySet().stream()
              .map(one -> one.getKey() + ": " + one.getValue())
              .reduce((one, other) -> one + "; " + other)
              .orElseThrow();
      return new Outcome.GaveUp(what, null);
    }
    return own;
  }
}
