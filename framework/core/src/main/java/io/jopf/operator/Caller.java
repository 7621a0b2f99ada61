package io.jopf.operator;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.Cancellation;
import io.jopf.Diff;
import io.jopf.ForeignObjectException;
import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.Requeue;
import io.jopf.Retry;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlingState;
import io.jopf.children.ChildWriter;
import io.jopf.client.Fence;
import io.jopf.client.ServerAnswer;
import io.jopf.filter.Candidate;
import io.jopf.handler.Backoff;
import io.jopf.handler.Due;
import io.jopf.handler.HandlerSpec;
import io.jopf.invoke.Outcome;
import io.jopf.invoke.RunningCalls;
import io.jopf.metrics.HandlerRun;
import io.jopf.patch.Changes;
import io.jopf.state.Transitions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * Calls handlers for one object with all that they may ask for, and tells how it went.
 *
 * @param kind what is the same for every object of its kind
 * @param calls where its calls are kept while they run
 * @param surroundings those of its calls
 * @param term that they are of
 */
record Caller(
    Callers kind,
    GenericKubernetesResource object,
    RunningCalls calls,
    Surroundings surroundings,
    Fence term) {

  private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
  private static final Diff NOTHING = new Diff(List.of());

  /** Of handlers that run for these, a failure is told when it is final, and once. */
  private static final Set<Reason> IN_CYCLES =
      EnumSet.of(Reason.CREATE, Reason.UPDATE, Reason.DELETE, Reason.RESUME, Reason.RECONCILE);

  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

  /** The object as filters look at it. */
  Candidate candidate(ObjectNode json) {
    return new Candidate(
        json, type -> kind.client().getKubernetesSerialization().convertValue(object, type));
  }

  Due level(HandlerSpec handler, Memory.@Nullable Attempts tried) {
    Retry retry =
        tried == null ? new Retry(0, kind.time().now()) : new Retry(tried.count(), tried.started());
    NullNode none = NullNode.getInstance();
    return new Due(handler, Reason.RECONCILE, NOTHING, none, none, retry);
  }

  /** When to run again though nothing will have changed; null: never. */
  @Nullable Instant resync(Due due) {
    Backoff pauses = due.options().resync();
    return pauses == null ? null : kind.time().now().plus(pauses.after(0, RANDOM));
  }

  /** Where the parts of a handler begin. */
  Parts.Progress progress(Transitions transitions, Essence essence, HandlingState state) {
    return new Parts.Progress(transitions, essence, kind.time(), calls, state);
  }

  Duration pause(Due due, Outcome.TryAgain outcome) {
    return outcome.pause(due.options().backoff(), due.retry().attempt(), RANDOM);
  }

  /**
   * Calls a handler.
   *
   * @param progress what its parts have come to; null where nothing is remembered
   * @return null if it was not called, because the object is on its way out by now or no handler
   *     may run any more
   */
  @SuppressWarnings("try") // the two fields are there to be closed
  @Nullable Outcome call(
      Due due, Changes changes, Requeue requeue, Parts.@Nullable Progress progress) {
    String id = due.handler().id();
    try (var objectField = MDC.putCloseable("object", name());
        var handlerField = MDC.putCloseable("handler", id)) {
      term.check();
      Instant begun = kind.time().now();
      Duration watch = kind.time().elapsed();
      Outcome late =
          due.timesOutByRun()
              ? new Outcome.TryAgain(null, due.timedOut(), true, null)
              : new Outcome.GaveUp(due.timedOut(), null);
      Outcome outcome =
          due.isTooLate(begun)
              ? late
              : calls.call(
                  ObjectKey.of(object),
                  name() + ": " + id,
                  due.deadline(begun),
                  !staysWhileDeleting(due) && due.handler().asksFor(Cancellation.class),
                  late,
                  call -> invoke(due, changes, requeue, progress, call));
      // what it was cancelled for is no outcome, and what it did is for the next leader to see
      term.check();
      if (outcome != null) {
        Duration took = kind.time().elapsed().minus(watch);
        kind.observer().ran(run(due, outcome, took));
        log(due, outcome);
      }
      return outcome;
    }
  }

  private HandlerRun run(Due due, Outcome outcome, Duration took) {
    return new HandlerRun(
        kind.resource().resourceName(),
        ObjectKey.of(object),
        due.handler().id(),
        due.reason().text(),
        due.retry().attempt() + 1,
        word(outcome),
        outcome.message(),
        took);
  }

  /** Calls a handler of whose parts nothing is remembered. */
  @Nullable Outcome call(Due due, Changes changes, Requeue requeue) {
    return call(due, changes, requeue, null);
  }

  private @Nullable Outcome invoke(
      Due due,
      Changes changes,
      Requeue requeue,
      Parts.@Nullable Progress progress,
      Cancellation cancellation) {
    if (!staysWhileDeleting(due) && isGoing()) {
      return null;
    }
    ChildWriter children = kind.writers().of(object, due.handler(), term);
    Parts parts = progress == null ? null : new Parts(due, progress, cancellation);
    Invocation invocation =
        new Invocation(
            due,
            object,
            changes,
            requeue,
            children,
            kind.poster().about(object, due.handler().id()),
            kind.caches(),
            kind.client().getKubernetesSerialization(),
            cancellation,
            surroundings,
            parts);
    try {
      Outcome own = kind.invoker().invoke(due.handler(), due.options().errors(), invocation);
      Outcome outcome = parts == null ? own : parts.with(own);
      return outcome instanceof Outcome.Succeeded ? pruned(children, outcome) : outcome;
    } finally {
      children.end();
    }
  }

  private static Outcome pruned(ChildWriter children, Outcome succeeded) {
    try {
      children.prune();
      return succeeded;
    } catch (KubernetesClientException e) {
      return new Outcome.TryAgain(
          null, "children were not pruned: " + ServerAnswer.text(e), false, e);
    }
  }

  private static boolean staysWhileDeleting(Due due) {
    return due.reason() == Reason.DELETE || due.options().whileDeleting();
  }

  /** Whether the object is on its way out by now, or gone; asked once a call can be cancelled. */
  private boolean isGoing() {
    return kind.caches()
        .find(kind.resource())
        .map(
            cache -> {
              GenericKubernetesResource now = cache.get(ObjectKey.of(object));
              return now == null
                  || now.getMetadata().getDeletionTimestamp() != null
                  || !now.getMetadata().getUid().equals(object.getMetadata().getUid());
            })
        .orElse(false);
  }

  private String name() {
    return object.getKind() + " " + ObjectKey.of(object);
  }

  /** Tells log and users that a handler has failed for good. */
  void tellGivenUp(Due due, Outcome outcome) {
    String id = due.handler().id();
    String reason = due.reason().text();
    LOG.error("{}: {} ({}) gave up: {}", name(), id, reason, outcome.message(), outcome.cause());
    tellGivenUp(id, outcome);
  }

  /** Tells users alone. */
  void tellGivenUp(String id, Outcome outcome) {
    kind.poster().about(object, id).warning(reason(outcome), id + " gave up: " + outcome.message());
  }

  private static String reason(Outcome outcome) {
    return outcome instanceof Outcome.GaveUp gaveUp
            && gaveUp.cause() instanceof ForeignObjectException
        ? "ForeignObject"
        : "HandlerFailed";
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Succeeded) {
      return "succeeded";
    }
    return outcome instanceof Outcome.TryAgain ? "retried" : "failed";
  }

  private static void log(Due due, Outcome outcome) {
    String id = due.handler().id();
    String reason = due.reason().text();
    int attempt = due.retry().attempt() + 1;
    if (outcome instanceof Outcome.TryAgain again) {
      boolean failed = again.counts() || again.cause() != null;
      LOG.atLevel(failed ? Level.WARN : Level.DEBUG)
          .log("{} ({}) attempt {}: {}", id, reason, attempt, again.message());
      LOG.debug("{} failed", id, again.cause());
    } else if (outcome instanceof Outcome.GaveUp gaveUp && !IN_CYCLES.contains(due.reason())) {
      LOG.error("{} ({}) gave up: {}", id, reason, gaveUp.message(), gaveUp.cause());
    } else if (outcome instanceof Outcome.Succeeded) {
      LOG.debug("{} ({}) succeeded at attempt {}", id, reason, attempt);
    }
  }
}
