package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.Cancellation;
import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.StopReason;
import io.jopf.cause.Marks;
import io.jopf.daemon.Tasks;
import io.jopf.handler.HandledKind;
import io.jopf.index.Indexer;
import io.jopf.index.Indices;
import io.jopf.intake.Intake;
import io.jopf.intake.Looks;
import io.jopf.intake.Objects;
import io.jopf.time.Time;
import io.jopf.watch.ObjectCache;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the objects of one kind besides their cycles. Of a kind without such handlers
 * nothing: its keys go straight to the cycles.
 */
final class Background {

  private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

  /** How long interrupted handlers may take to end. */
  private static final Duration LAST_MOMENTS = Duration.ofSeconds(2);

  private final Consumer<ObjectKey> cycles;
  private final Looks looks;
  private final SideCalls calls;
  private final Tasks tasks;
  private final @Nullable Intake intake;

  /**
   * Does nothing yet.
   *
   * @param cycles takes the keys that want a cycle
   */
  Background(
      HandledKind kind,
      Objects objects,
      Looks looks,
      SideCalls calls,
      Indices indices,
      Time time,
      Marks marks,
      Consumer<ObjectKey> cycles) {
    this.cycles = cycles;
    this.looks = looks;
    this.calls = calls;
    this.tasks =
        new Tasks(
            kind,
            objects,
            calls,
            time,
            this::wants,
            object -> object.getMetadata().getFinalizers().contains(marks.finalizer()),
            RandomGenerator.getDefault());
    this.intake =
        kind.background().isEmpty()
            ? null
            : new Intake(
                kind,
                objects,
                looks,
                calls,
                time,
                new Indexer(kind.on(Reason.INDEX), indices, calls, time),
                tasks,
                cycles);
  }

  void listen(ObjectCache cache) {
    if (intake != null) {
      cache.observe(intake::delivered);
    }
  }

  /** An object wants a cycle. */
  void wants(ObjectKey key) {
    if (intake == null) {
      cycles.accept(key);
    } else {
      intake.wants(key);
    }
  }

  /** Completes the indices. */
  void fill() {
    if (intake != null) {
      intake.fill();
    }
  }

  void start(int workers, ThreadFactory threads) {
    if (intake != null) {
      intake.start(workers, threads);
      tasks.start(workers, threads);
    }
  }

  /** Begins, or begins again after {@link #follow}. */
  void activate() {
    if (intake != null) {
      calls.open();
      tasks.activate();
      intake.activate();
    }
  }

  /**
   * Another process may act soon: ends timers and handlers of events, and tells daemons to stop.
   * From here on only indices are kept.
   *
   * @param rest until it may; half of it daemons have before they are interrupted
   */
  void follow(Duration rest) {
    if (intake != null) {
      intake.deactivate();
      tasks.deactivate(StopReason.LEADERSHIP_LOST, rest.dividedBy(2));
      calls.cancelAll(Cancellation.Cause.LEADERSHIP_LOST);
    }
  }

  /** Whether something runs that may be expected to end. */
  boolean anyAwaited() {
    return intake != null && (tasks.anyAwaited() || calls.anyAwaited());
  }

  /** The names of the handlers that run. */
  Stream<String> running() {
    return calls.names();
  }

  void close() {
    if (intake != null) {
      intake.deactivate();
      tasks.deactivate(StopReason.OPERATOR_STOPPING, FOREVER);
      intake.close();
      tasks.close();
    }
  }

  /**
   * Waits for what runs after {@link #close}.
   *
   * @param grace how long before it is interrupted
   * @return whether all of it ended by itself
   */
  boolean awaitEnd(Duration grace) {
    if (intake == null) {
      return true;
    }
    boolean ended = tasks.awaitEnd(grace);
    if (intake.awaitEnd(grace) && ended) {
      return true;
    }
    calls.cancelAll(Cancellation.Cause.STOPPING);
    try {
      calls.awaitNone(LAST_MOMENTS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  boolean idle() {
    return intake == null || (intake.idle() && tasks.idle());
  }

  /** Whether all workers that were started are alive. */
  boolean isHealthy(int workers) {
    return intake == null || (intake.workersAlive() == workers && tasks.isHealthy(workers));
  }

  /** Whether deletions of an object have to wait for a daemon. */
  boolean wantsFinalizer(GenericKubernetesResource object) {
    return intake != null && tasks.wantsFinalizer(looks.at(object));
  }

  /** Whether a daemon of an object still runs. */
  boolean isAwaited(GenericKubernetesResource object) {
    return intake != null && tasks.isAwaited(ObjectKey.of(object), object.getMetadata().getUid());
  }
}
