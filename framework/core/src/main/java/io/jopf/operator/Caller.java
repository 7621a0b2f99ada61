package io.jopf.operator;

import com.fasterxml.jackson.databind.node.NullNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.Diff;
import io.jopf.EventRecorder;
import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.Requeue;
import io.jopf.Retry;
import io.jopf.children.ChildWriter;
import io.jopf.client.ResourceKind;
import io.jopf.event.EventPoster;
import io.jopf.handler.Due;
import io.jopf.handler.HandlerSpec;
import io.jopf.invoke.Invoker;
import io.jopf.invoke.Outcome;
import io.jopf.metrics.Observer;
import io.jopf.patch.Changes;
import io.jopf.time.Time;
import io.jopf.watch.CacheView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Calls handlers for one object with all that they may ask for, and tells how it went. */
record Caller(
    KubernetesClient client,
    CacheView caches,
    EventPoster poster,
    Invoker invoker,
    Observer observer,
    Time time,
    ResourceKind kind,
    String operator,
    GenericKubernetesResource object) {

  private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
  private static final Diff NOTHING = new Diff(List.of());
  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

  Due level(HandlerSpec handler, Memory.@Nullable Attempts tried) {
    Retry retry =
        tried == null ? new Retry(0, time.now()) : new Retry(tried.count(), tried.started());
    NullNode none = NullNode.getInstance();
    return new Due(handler, Reason.RECONCILE, NOTHING, none, none, retry);
  }

  Duration pause(Due due) {
    return due.options().backoff().after(due.retry().attempt(), RANDOM);
  }

  @SuppressWarnings("try") // the two fields are there to be closed
  Outcome call(Due due, Changes changes, Requeue requeue) {
    String id = due.handler().id();
    EventRecorder events = poster.about(object, id);
    Invocation invocation =
        new Invocation(
            due,
            object,
            changes,
            requeue,
            new ChildWriter(client, caches, operator, object),
            events,
            caches,
            client.getKubernetesSerialization());
    try (var objectField =
            MDC.putCloseable("object", object.getKind() + " " + ObjectKey.of(object));
        var handlerField = MDC.putCloseable("handler", id)) {
      Instant begun = time.now();
      Outcome outcome = invoker.invoke(due.handler(), due.options().errors(), invocation);
      Duration took = Duration.between(begun, time.now());
      observer.ran(kind.resourceName(), id, due.reason().text(), word(outcome), took);
      log(due, outcome);
      return outcome;
    }
  }

  void tellGivenUp(Due due, Outcome outcome) {
    String message =
        outcome instanceof Outcome.GaveUp gaveUp
            ? gaveUp.message()
            : outcome instanceof Outcome.TryAgain again ? again.message() : "";
    poster
        .about(object, due.handler().id())
        .warning("HandlerFailed", due.handler().id() + " gave up: " + message);
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
      LOG.warn("{} ({}) attempt {}: {}", id, reason, attempt, again.message());
      LOG.debug("{} failed", id, again.cause());
    } else if (outcome instanceof Outcome.GaveUp gaveUp) {
      LOG.error("{} ({}) gave up: {}", id, reason, gaveUp.message(), gaveUp.cause());
    } else {
      LOG.debug("{} ({}) succeeded at attempt {}", id, reason, attempt);
    }
  }
}
