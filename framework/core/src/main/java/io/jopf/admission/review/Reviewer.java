package io.jopf.admission.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.AdmissionRequest;
import io.jopf.ObjectKey;
import io.jopf.TemporaryException;
import io.jopf.annotation.ErrorMode;
import io.jopf.invoke.Invoker;
import io.jopf.invoke.Outcome;
import io.jopf.invoke.RunningCalls;
import io.jopf.metrics.HandlerRun;
import io.jopf.metrics.Observers;
import io.jopf.time.Time;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Asks handlers about requests. */
@Singleton
public final class Reviewer {

  private static final Logger LOG = LoggerFactory.getLogger(Reviewer.class);

  private final Invoker invoker;
  private final KubernetesClient client;
  private final Observers observer;
  private final Time time;

  Reviewer(Invoker invoker, KubernetesClient client, Observers observer, Time time) {
    this.invoker = invoker;
    this.client = client;
    this.observer = observer;
    this.time = time;
  }

  /** The answer of one handler, as the API server asks for it. */
  public Verdict review(AdmissionHandler handler, AdmissionRequest request) {
    Remarks remarks = new Remarks();
    Answer answer = ask(handler, request, request.object(), remarks);
    return answer.refusal() != null
        ? answer.refusal().verdict(remarks.all())
        : Verdict.allowed(answer.object(), remarks.all());
  }

  /**
   * The answer of all handlers together, as they would be asked: those that change the object one
   * after another, then the others about what has come of it.
   */
  public Verdict review(List<AdmissionHandler> handlers, AdmissionRequest request) {
    Remarks remarks = new Remarks();
    JsonNode object = request.object();
    for (AdmissionHandler handler : handlers) {
      if (handler.mutating()) {
        Answer answer = ask(handler, request, object, remarks);
        if (answer.refusal() != null) {
          return answer.refusal().verdict(remarks.all());
        }
        object = answer.object();
      }
    }
    List<Refusal> refusals = new ArrayList<>();
    for (AdmissionHandler handler : handlers) {
      if (!handler.mutating()) {
        Refusal refusal = ask(handler, request, object, remarks).refusal();
        if (refusal != null) {
          refusals.add(refusal);
        }
      }
    }
    Optional<Refusal> worst = refusals.stream().min(Refusal.MOST_TELLING);
    return worst.isPresent()
        ? worst.get().verdict(remarks.all())
        : Verdict.allowed(object, remarks.all());
  }

  private record Answer(@Nullable Refusal refusal, JsonNode object) {}

  private Answer ask(
      AdmissionHandler handler, AdmissionRequest about, JsonNode object, Remarks remarks) {
    AdmissionRequest request = with(about, object);
    try {
      if (!new Concern(client.getKubernetesSerialization()).of(handler, request)) {
        return new Answer(null, object);
      }
    } catch (RuntimeException e) { // of a user's predicate
      return new Answer(told(handler, Refusal.of(handler.id(), e, String.valueOf(e)), e), object);
    }
    Mutation mutation = new Mutation(object, client.getKubernetesSerialization());
    Duration begun = time.elapsed();
    Refusal refusal = refusal(handler, call(handler, request, remarks, mutation));
    String outcome = refusal == null ? "succeeded" : refusal.isFailure() ? "failed" : "refused";
    observer.ran(
        new HandlerRun(
            handler.kind().resourceName(),
            new ObjectKey(about.namespace(), about.name()),
            handler.id(),
            handler.mutating() ? "mutate" : "validate",
            1,
            outcome,
            refusal == null ? "" : refusal.message(),
            time.elapsed().minus(begun)));
    return new Answer(refusal, handler.mutating() ? mutation.object() : object);
  }

  @SuppressWarnings("try") // the field is there to be closed
  private Outcome call(
      AdmissionHandler handler, AdmissionRequest request, Remarks remarks, Mutation mutation) {
    KubernetesSerialization mapper = client.getKubernetesSerialization();
    Outcome late = late(handler);
    try (var field = MDC.putCloseable("handler", handler.id())) {
      // calls of their own: one object may be under review more than once at a time
      Outcome outcome =
          new RunningCalls(time)
              .call(
                  new ObjectKey(request.namespace(), request.name()),
                  handler.path(),
                  time.now().plus(handler.timeout()),
                  false,
                  late,
                  call ->
                      invoker.invoke(
                          handler.spec(),
                          ErrorMode.PERMANENT,
                          new ReviewInvocation(handler, request, remarks, mutation, call, mapper)));
      return outcome == null ? late : outcome;
    }
  }

  private static Outcome late(AdmissionHandler handler) {
    String message =
        handler.id() + " did not answer within " + handler.timeout().toSeconds() + " s";
    return new Outcome.GaveUp(message, new TemporaryException(message));
  }

  private static @Nullable Refusal refusal(AdmissionHandler handler, Outcome outcome) {
    if (outcome instanceof Outcome.GaveUp gaveUp) {
      return told(
          handler, Refusal.of(handler.id(), gaveUp.cause(), gaveUp.message()), gaveUp.cause());
    }
    if (outcome instanceof Outcome.TryAgain again) {
      return told(handler, Refusal.of(handler.id(), again.cause(), again.message()), again.cause());
    }
    return null;
  }

  /** A refusal is business as usual, a failure is not. */
  private static Refusal told(
      AdmissionHandler handler, Refusal refusal, @Nullable Throwable cause) {
    if (refusal.isFailure()) {
      LOG.error("{}: {}", handler.path(), refusal.message(), cause);
    } else {
      LOG.debug("{} refuses: {}", handler.path(), refusal.message());
    }
    return refusal;
  }

  private static AdmissionRequest with(AdmissionRequest request, JsonNode object) {
    return new AdmissionRequest(
        request.uid(),
        request.operation(),
        request.resource(),
        request.subresource(),
        request.namespace(),
        request.name(),
        request.dryRun(),
        request.user(),
        object,
        request.oldObject(),
        request.options());
  }
}
