package io.jopf.operator;

import com.fasterxml.jackson.databind.node.NullNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.Cancellation;
import io.jopf.Diff;
import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.client.Fence;
import io.jopf.client.FencedException;
import io.jopf.client.ServerAnswer;
import io.jopf.handler.Due;
import io.jopf.handler.HandlerSpec;
import io.jopf.intake.Called;
import io.jopf.intake.Extras;
import io.jopf.intake.HandlerCalls;
import io.jopf.invoke.Outcome;
import io.jopf.invoke.RunningCalls;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls handlers outside of the cycles. */
final class SideCalls implements HandlerCalls {

  private static final Logger LOG = LoggerFactory.getLogger(SideCalls.class);
  private static final Diff NOTHING = new Diff(List.of());

  private final Callers callers;
  private final Surroundings.Writer writer;
  private final Supplier<Fence> term;
  private final Time time;
  private final BiConsumer<ObjectKey, Duration> again;

  /** By handler: of each at most one call runs for an object, but several handlers may. */
  private final Map<String, RunningCalls> running = new ConcurrentHashMap<>();

  /** Daemons, which are told to stop first. */
  private final Map<String, RunningCalls> daemons = new ConcurrentHashMap<>();

  /** Indices, which are kept at all times. */
  private final Map<String, RunningCalls> indexing = new ConcurrentHashMap<>();

  /**
   * No calls yet.
   *
   * @param writer writes what handlers change
   * @param term the one that this process acts in
   * @param again wants a cycle of an object later
   */
  SideCalls(
      Callers callers,
      Surroundings.Writer writer,
      Supplier<Fence> term,
      Time time,
      BiConsumer<ObjectKey, Duration> again) {
    this.callers = callers;
    this.writer = writer;
    this.term = term;
    this.time = time;
    this.again = again;
  }

  @Override
  public Called call(
      HandlerSpec handler,
      Reason reason,
      Retry retry,
      GenericKubernetesResource object,
      Extras extras) {
    NullNode nil = NullNode.getInstance();
    Due due = new Due(handler, reason, NOTHING, nil, nil, retry);
    Changes changes = new Changes(() -> Json.tree(object));
    ObjectKey key = ObjectKey.of(object);
    // a standby keeps its indices too
    Fence fence = reason == Reason.INDEX ? Fence.NONE : term.get();
    Outcome outcome = null;
    try {
      outcome =
          callers
              .of(object, extras, running(handler, reason), fence)
              .call(due, changes, delay -> again.accept(key, delay));
    } catch (FencedException e) {
      LOG.debug("{} {}: {}", handler.id(), key, e.getMessage());
    }
    if (outcome == null) {
      // what it wanted belongs to a term that is over, and must not be written in the next one
      Changes none = new Changes(() -> Json.tree(object));
      return new Called(new Outcome.TryAgain(Causes.HALT, "not let through", false, null), none);
    }
    Object result = outcome instanceof Outcome.Succeeded done ? done.result() : null;
    if (result != null && reason != Reason.INDEX) {
      changes.result(handler.id(), Json.node(result));
    }
    return new Called(outcome, changes);
  }

  private RunningCalls running(HandlerSpec handler, Reason reason) {
    Map<String, RunningCalls> those =
        switch (reason) {
          case INDEX -> indexing;
          case DAEMON -> daemons;
          default -> running;
        };
    return those.computeIfAbsent(handler.id(), id -> new RunningCalls(time));
  }

  /** Interrupts timers and handlers of events, and lets none begin until {@link #open}. */
  void cancelAll(Cancellation.Cause why) {
    running.values().forEach(calls -> calls.cancelAll(why));
  }

  /** Lets handlers begin again. */
  void open() {
    running.values().forEach(RunningCalls::open);
  }

  /** Whether a timer or a handler of events runs that is not known to ignore its interruption. */
  boolean anyAwaited() {
    return running.values().stream().anyMatch(RunningCalls::anyAwaited);
  }

  /** The names of the timers, handlers of events and daemons that run. */
  Stream<String> names() {
    return Stream.of(running, daemons)
        .flatMap(those -> those.values().stream())
        .flatMap(calls -> calls.names().stream());
  }

  /** Waits for the end of what {@link #cancelAll} has interrupted. */
  boolean awaitNone(Duration patience) throws InterruptedException {
    for (RunningCalls calls : running.values()) {
      if (!calls.awaitNone(patience)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean write(GenericKubernetesResource object, Changes changes) {
    try {
      writer.write(object, changes, term.get());
      return true;
    } catch (FencedException e) {
      // what it did is for the next leader to see
      return true;
    } catch (KubernetesClientException e) {
      boolean refused = ServerAnswer.isRefusal(e);
      LOG.warn(
          "{} {} was not written: {}; {}",
          object.getKind(),
          ObjectKey.of(object),
          ServerAnswer.text(e),
          refused ? "it is lost" : "trying again");
      return refused;
    }
  }

  @Override
  public void tellGivenUp(HandlerSpec handler, GenericKubernetesResource object, Outcome outcome) {
    callers
        .of(object, Extras.NONE, running(handler, Reason.TIMER), term.get())
        .tellGivenUp(handler.id(), outcome);
  }
}
