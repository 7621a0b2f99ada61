package io.jopf.daemon;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.StopReason;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.intake.HandlerCalls;
import io.jopf.intake.Look;
import io.jopf.intake.Objects;
import io.jopf.intake.Stage;
import io.jopf.queue.Threads;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The timers and daemons of one kind. */
public final class Tasks implements Stage {

  private final List<HandlerSpec> timerHandlers;
  private final List<HandlerSpec> daemonHandlers;
  private final Objects objects;
  private final HandlerCalls calls;
  private final Time time;
  private final Consumer<ObjectKey> wake;
  private final Predicate<GenericKubernetesResource> held;
  private final RandomGenerator random;
  private final Timers timers;
  private final boolean seesChanges;
  private final ThreadFactory threads = Threads.named("jopf-daemon-");
  private final Map<ObjectKey, ObjectTasks> tasks = new ConcurrentHashMap<>();

  /** Daemons of objects that are gone, until they have ended. */
  private final Set<DaemonRun> leaving = ConcurrentHashMap.newKeySet();

  private final ReadWriteLock gate = new ReentrantReadWriteLock();
  private boolean open;
  private int activation;
  private Instant activated = Instant.MIN;

  /**
   * No timers and daemons yet.
   *
   * @param wake wants an object looked at again, because one of its daemons has ended
   * @param held whether the deletion of an object would wait for its daemons
   * @param random for jitter; a test takes a seeded one
   */
  public Tasks(
      HandledKind kind,
      Objects objects,
      HandlerCalls calls,
      Time time,
      Consumer<ObjectKey> wake,
      Predicate<GenericKubernetesResource> held,
      RandomGenerator random) {
    this.timerHandlers = kind.on(Reason.TIMER);
    this.daemonHandlers = kind.on(Reason.DAEMON);
    this.objects = objects;
    this.calls = calls;
    this.time = time;
    this.wake = wake;
    this.held = held;
    this.random = random;
    this.timers = new Timers(objects, calls, time, random);
    this.seesChanges =
        timerHandlers.stream().anyMatch(handler -> !Schedule.of(handler).idle().isZero());
  }

  /** Starts the workers of the timers. */
  public void start(int count, ThreadFactory workers) {
    if (!timerHandlers.isEmpty()) {
      timers.start(count, workers);
    }
  }

  /** From here on timers and daemons begin for what is looked at. */
  public void activate() {
    gate.writeLock().lock();
    try {
      open = true;
      activation++;
      activated = time.now();
    } finally {
      gate.writeLock().unlock();
    }
  }

  /**
   * Ends all timers and tells all daemons to stop; nothing begins until {@link #activate}.
   *
   * @param most how long before daemons are interrupted, where they do not ask for less
   */
  public void deactivate(StopReason reason, Duration most) {
    gate.writeLock().lock();
    try {
      open = false;
      tasks.forEach(
          (key, mine) -> {
            mine.stopDaemons(reason, most);
            endTimers(key, mine);
          });
      leaving.forEach(daemon -> daemon.stop(reason, most));
    } finally {
      gate.writeLock().unlock();
    }
  }

  @Override
  public @Nullable Duration look(ObjectKey key, @Nullable Look now) {
    gate.readLock().lock();
    try {
      if (open) {
        lookAt(key, now);
      }
      return null;
    } finally {
      gate.readLock().unlock();
    }
  }

  private void lookAt(ObjectKey key, @Nullable Look now) {
    ObjectTasks known = tasks.get(key);
    if (known != null && (now == null || !known.uid.equals(now.uid()))) {
      tasks.remove(key);
      leave(key, known);
      known = null;
    }
    if (now == null) {
      return;
    }
    ObjectTasks mine = known;
    if (mine == null) {
      mine = new ObjectTasks(now.uid(), time.elapsed());
      tasks.put(key, mine);
    }
    if (now.deleting()) {
      mine.stopDaemons(StopReason.OBJECT_DELETED);
      endTimers(key, mine);
      return;
    }
    noteChange(key, mine, now);
    for (HandlerSpec handler : daemonHandlers) {
      daemon(key, mine, handler, now);
    }
    boolean found = mine.activation != activation && now.isOlderThan(activated);
    mine.activation = activation;
    for (HandlerSpec handler : timerHandlers) {
      timer(key, mine, handler, now, found);
    }
  }

  private void leave(ObjectKey key, ObjectTasks gone) {
    endTimers(key, gone);
    gone.stopDaemons(StopReason.OBJECT_DELETED);
    gone.daemons.values().stream().filter(DaemonRun::isAwaited).forEach(leaving::add);
  }

  private void noteChange(ObjectKey key, ObjectTasks mine, Look now) {
    if (!seesChanges) {
      return;
    }
    String essence = now.essence();
    if (essence.equals(mine.essence)) {
      return;
    }
    boolean first = mine.essence == null;
    mine.essence = essence;
    mine.changed = time.elapsed();
    if (!first) {
      mine.timers.forEach((id, timer) -> timers.changed(new TimerKey(key, mine.uid, id), timer));
    }
  }

  private void daemon(ObjectKey key, ObjectTasks mine, HandlerSpec handler, Look now) {
    DaemonRun known = mine.daemons.get(handler.id());
    if (!now.matches(handler, Reason.DAEMON)) {
      if (known != null) {
        known.stop(StopReason.FILTERS_MISMATCH);
      }
      return;
    }
    // until the finalizer is stored, the object could go while its daemon runs
    if ((known == null || known.isStopped()) && held.test(now.object())) {
      DaemonRun fresh =
          new DaemonRun(
              handler.id() + " of " + key,
              Ending.of(handler),
              new DaemonWork(handler, now.object(), objects, calls, time, random),
              time,
              threads,
              () -> ended(key));
      mine.daemons.put(handler.id(), fresh);
      fresh.begin();
    }
  }

  private void ended(ObjectKey key) {
    leaving.removeIf(daemon -> !daemon.isAwaited());
    wake.accept(key);
  }

  private void timer(
      ObjectKey key, ObjectTasks mine, HandlerSpec handler, Look now, boolean found) {
    Timer known = mine.timers.get(handler.id());
    TimerKey place = new TimerKey(key, mine.uid, handler.id());
    boolean matches = now.matches(handler, Reason.TIMER);
    if (known == null && matches) {
      Timer fresh = new Timer(handler, Schedule.of(handler), mine.changed);
      mine.timers.put(handler.id(), fresh);
      timers.begin(place, fresh, fresh.schedule.first(found, random));
    } else if (known != null && !matches && !known.hasEnded()) {
      mine.timers.remove(handler.id());
      timers.end(place);
    }
  }

  private void endTimers(ObjectKey key, ObjectTasks mine) {
    mine.timers.forEach((id, timer) -> timers.end(new TimerKey(key, mine.uid, id)));
    mine.timers.values().removeIf(timer -> !timer.hasEnded());
  }

  /** Whether deletions of an object have to wait: a daemon runs for it, or is to. */
  public boolean wantsFinalizer(Look object) {
    return isAwaited(ObjectKey.of(object.object()), object.uid())
        || daemonHandlers.stream().anyMatch(handler -> object.matches(handler, Reason.DAEMON));
  }

  /** Whether a daemon of an object runs and has not been given up. */
  public boolean isAwaited(ObjectKey key, String uid) {
    ObjectTasks mine = tasks.get(key);
    return mine != null && mine.uid.equals(uid) && mine.isAwaited();
  }

  /** Whether any daemon runs and has not been given up. */
  public boolean anyAwaited() {
    return tasks.values().stream().anyMatch(ObjectTasks::isAwaited)
        || leaving.stream().anyMatch(DaemonRun::isAwaited);
  }

  /** Begins no more timers. */
  public void close() {
    timers.close();
  }

  /**
   * Waits for what is under way; the clock of the machine counts.
   *
   * @return whether all of it has ended
   */
  public boolean awaitEnd(Duration grace) {
    Duration begun = time.elapsed();
    boolean daemons = awaitDaemons(grace);
    return timers.awaitEnd(grace.minus(time.elapsed().minus(begun))) && daemons;
  }

  /**
   * Waits for daemons that have been told to stop, and interrupts those that take too long.
   *
   * @return whether all have ended
   */
  public boolean awaitDaemons(Duration grace) {
    return new DaemonEnds(
            Stream.concat(
                    tasks.values().stream().flatMap(mine -> mine.daemons.values().stream()),
                    leaving.stream())
                .filter(DaemonRun::isAwaited)
                .toList())
        .await(grace);
  }

  /** Whether the workers of the timers are alive. */
  public boolean isHealthy(int workers) {
    return timerHandlers.isEmpty() || timers.workersAlive() == workers;
  }

  /** Whether no timer runs or is about to. */
  public boolean idle() {
    return timers.idle();
  }
}
