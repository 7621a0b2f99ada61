package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.Cancellation;
import io.jopf.ObjectKey;
import io.jopf.cause.Marks;
import io.jopf.children.ChildWriters;
import io.jopf.client.Fence;
import io.jopf.client.FencedException;
import io.jopf.client.ResourceKind;
import io.jopf.client.ServerAnswer;
import io.jopf.client.WriteListener;
import io.jopf.event.EventPoster;
import io.jopf.handler.Backoff;
import io.jopf.handler.HandledKind;
import io.jopf.handler.Secondary;
import io.jopf.index.Indices;
import io.jopf.intake.Extras;
import io.jopf.invoke.Invoker;
import io.jopf.invoke.RunningCalls;
import io.jopf.memo.Memos;
import io.jopf.metrics.Observer;
import io.jopf.patch.Changes;
import io.jopf.patch.Patcher;
import io.jopf.queue.WorkQueue;
import io.jopf.queue.Workers;
import io.jopf.state.Transitions;
import io.jopf.takeover.KopfSettings;
import io.jopf.time.Time;
import io.jopf.watch.Caches;
import io.jopf.watch.ObjectCache;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything about one handled kind: its queue, its workers, and a cycle for every key. */
final class KindController {

  private static final Logger LOG = LoggerFactory.getLogger(KindController.class);

  /** How long interrupted handlers may take to have their progress written. */
  private static final Duration LAST_WRITES = Duration.ofSeconds(2);

  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();
  private static final Fence NOT_LEADING = () -> false;
  private static final Duration STANDBY = Duration.ofSeconds(1);

  private final KubernetesClient client;
  private final Map<ResourceKind, ObjectCache> view = new HashMap<>();
  private final EventPoster poster;
  private final Invoker invoker;
  private final Observer observer;
  private final Time time;
  private final Marks marks;
  private final HandledKind kind;
  private final ResourceKind resource;
  private final ObjectCache cache;
  private final Patcher patcher;
  private final SelectedObjects selection;
  private final Predecessor predecessor;
  private final Transitions transitions = new Transitions(RANDOM);
  private final ChangeWriter writer;
  private final RunningCalls calls;
  private final ChildWriters writers;
  private final WorkQueue<ObjectKey> queue;
  private final Workers<ObjectKey> workers;
  private final Memos memos;
  private final Surroundings surroundings;
  private final Background background;
  private final Memories memories;
  private final Seen seen = new Seen();
  private final Map<ObjectKey, Integer> troubles = new ConcurrentHashMap<>();
  private volatile Fence fence = Fence.NONE;
  private volatile boolean started;

  KindController(
      KubernetesClient client,
      Caches caches,
      EventPoster poster,
      Invoker invoker,
      Observer observer,
      Time time,
      Marks marks,
      KopfSettings kopf,
      Indices indices,
      Semaphore slots,
      HandledKind kind) {
    this.client = client;
    this.poster = poster;
    this.invoker = invoker;
    this.observer = observer;
    this.time = time;
    this.marks = marks;
    this.kind = kind;
    this.resource = ResourceKind.of(kind.type());
    this.cache = caches.of(resource, kind.options().labels(), kind.options().fields());
    cache.watchStatus(kind.essence().watched());
    view.put(resource, cache);
    WriteListener told = (object, what, said) -> observer.wrote(name(), object, what, said);
    this.patcher =
        new Patcher(
            client,
            resource,
            marks,
            (key, what, request) -> told.telling(key, what, () -> cache.write(key, request)));
    this.selection = new SelectedObjects(client, resource, kind.options(), marks, patcher);
    this.predecessor = new Predecessor(kopf, marks, kind, patcher, time);
    this.writer = new ChangeWriter(patcher, new Refusals(poster, resource), time);
    this.calls = new RunningCalls(time);
    this.writers = new ChildWriters(client, this::find, marks.operator(), told);
    this.queue = new WorkQueue<>(time);
    this.workers = new Workers<>(queue, this::handle, slots);
    CachedObjects objects = new CachedObjects(cache);
    this.memos = new Memos(cache::get);
    SideCalls aside = new SideCalls(this::caller, patcher, () -> fence, time, queue::addAfter);
    this.surroundings =
        new Surroundings(memos, indices, objects, aside::writeNow, Extras.NONE, fence);
    this.memories = new Memories(kind, marks, memos, this::farewell);
    this.background =
        new Background(kind, objects, new Copying(client), aside, indices, time, marks, this::wake);
    listen(caches);
    observer.handles(name(), queue::depth);
  }

  private String name() {
    return resource.resourceName();
  }

  private void listen(Caches caches) {
    background.listen(cache);
    cache.listen(this::cancelIfGoing);
    cache.listen(seen.waking(background::wants));
    Wakers wakers = new Wakers(resource, cache, this::wake);
    for (Secondary secondary : kind.secondaries()) {
      ResourceKind other = ResourceKind.of(secondary.type());
      ObjectCache others = caches.of(other, secondary.labels());
      view.putIfAbsent(other, others);
      others.listen(wakers.of(secondary.mapper()));
    }
  }

  private void cancelIfGoing(GenericKubernetesResource object) {
    ObjectKey key = ObjectKey.of(object);
    if (calls.isRunning(key)) {
      GenericKubernetesResource now = cache.get(key);
      if (now == null || now.getMetadata().getDeletionTimestamp() != null) {
        calls.objectDeleted(key);
      }
    }
  }

  private Optional<ObjectCache> find(ResourceKind wanted) {
    return Optional.ofNullable(view.get(wanted));
  }

  /** Has all objects looked at as if they had changed. */
  void lookAtAll() {
    cache.list().map(ObjectKey::of).forEach(queue::addBacklog);
  }

  void lookAt(ObjectKey key) {
    queue.add(key);
  }

  /** Acts from now on, for as long as the term holds; after another process may have acted. */
  void lead(Fence term) {
    fence = term;
    // what has gone meanwhile is forgotten, what is there may have been handled by others
    memories.keys().forEach(queue::add);
    lookAtAll();
    calls.open();
    background.activate();
    queue.resume();
  }

  /**
   * Begins nothing until it leads again, and ends what is under way.
   *
   * @param rest how long no other process acts yet
   */
  void follow(Duration rest) {
    fence = NOT_LEADING;
    queue.pause();
    calls.cancelAll(Cancellation.Cause.LEADERSHIP_LOST);
    background.follow(rest);
  }

  /** Whether something runs that may be expected to end. */
  boolean anyAwaited() {
    return calls.anyAwaited() || background.anyAwaited();
  }

  /** The names of the handlers that run. */
  Stream<String> running() {
    return Stream.concat(calls.names().stream(), background.running());
  }

  /** What is listed before the start may wait; what changes afterwards goes before it. */
  private void wake(ObjectKey key) {
    if (started) {
      queue.add(key);
    } else {
      queue.addBacklog(key);
    }
  }

  void start(int count, ThreadFactory threads) {
    started = true;
    workers.start(count, threads);
    if (fence.holds()) {
      background.activate();
    }
  }

  Background background() {
    return background;
  }

  /** Begins nothing new. */
  void close() {
    background.close();
    queue.close();
  }

  /**
   * Waits for what runs after {@link #close}.
   *
   * @param grace how long before it is interrupted
   * @return whether all of it ended by itself
   */
  boolean awaitEnd(Duration grace) {
    Duration begun = time.elapsed();
    boolean ended = background.awaitEnd(grace);
    if (workers.awaitEnd(grace.minus(time.elapsed().minus(begun)))) {
      return ended;
    }
    calls.cancelAll(Cancellation.Cause.STOPPING);
    workers.stop(LAST_WRITES);
    return false;
  }

  boolean idle() {
    return queue.idle() && background.idle();
  }

  boolean isHealthy(int count) {
    return workers.allAlive() && background.isHealthy(count);
  }

  ResourceKind resource() {
    return resource;
  }

  private void handle(ObjectKey key) {
    Fence term = fence;
    if (!term.holds()) {
      queue.addAfter(key, STANDBY);
      return;
    }
    GenericKubernetesResource object =
        seen.look(
            key,
            () -> {
              queue.begin(key);
              return cache.get(key);
            });
    try {
      Instant again =
          object == null || !selection.contains(object)
              ? forget(key, term)
              : look(key, object, term);
      troubles.remove(key);
      if (again != null) {
        // counted from when it was wished for, however long the write took
        lookAgain(key, Duration.between(time.now(), again), "");
      }
    } catch (FencedException e) {
      LOG.debug("{} {}: {}", resource.kind(), key, e.getMessage());
      queue.addAfter(key, STANDBY);
    } catch (Throwable e) { // whatever it is, the object must be looked at again
      int count = troubles.merge(key, 1, Integer::sum);
      Duration pause = Backoff.EXPONENTIAL.after(count - 1, RANDOM);
      LOG.warn("{} {}: {}; trying again in {}", resource.kind(), key, ServerAnswer.text(e), pause);
      LOG.debug("{} {}", resource.kind(), key, e);
      lookAgain(key, pause, ServerAnswer.text(e));
    }
  }

  private void lookAgain(ObjectKey key, Duration pause, String why) {
    observer.waits(name(), key, pause, why);
    queue.addAfter(key, pause);
  }

  private @Nullable Instant forget(ObjectKey key, Fence term) {
    seen.forget(key);
    Memory known = memories.forget(key, term);
    if (known != null) {
      selection.release(key, known.uid, term);
    }
    queue.forget(key);
    return null;
  }

  /**
   * Asks the server first: what has left the selection is still there, and nobody says farewell.
   */
  private void farewell(ObjectKey key, Memory known, Fence term) {
    GenericKubernetesResource last = known.last;
    if (last == null || known.isOfEarlierTerm(term)) {
      return;
    }
    GenericKubernetesResource now = resource.in(client, key.namespace(), key.name()).get();
    if (now == null || !now.getMetadata().getUid().equals(known.uid)) {
      known.last = null;
      new Farewell(kind, caller(last, term), transitions, time).say(last);
    }
  }

  private @Nullable Instant look(ObjectKey key, GenericKubernetesResource found, Fence term) {
    Predecessor.Handover ours = predecessor.handOver(key, found).orElse(null);
    if (ours == null) {
      return null;
    }
    GenericKubernetesResource object = ours.object();
    Memory memory = memories.of(key, object, ours.json(), term);
    memory.toResume.removeAll(ours.resumed());
    Changes unsaved = memory.toWrite(object);
    if (unsaved != null) {
      return writer.write(key, object, memory, unsaved, time.now(), term);
    }
    Caller caller = caller(object, term);
    Guard guard = guard(object);
    Cycle cycle = new Cycle(kind, marks, time, transitions, caller, memory, guard, ours.json());
    Changes changes = cycle.run();
    return writer.write(key, object, memory, changes, cycle.again(), term);
  }

  private Guard guard(GenericKubernetesResource object) {
    return new Guard(background.wantsFinalizer(object), background.isAwaited(object));
  }

  private Caller caller(GenericKubernetesResource object, Fence term) {
    return caller(object, Extras.NONE, calls, term);
  }

  private Caller caller(
      GenericKubernetesResource object, Extras extras, RunningCalls running, Fence term) {
    return new Caller(
        client,
        this::find,
        poster,
        invoker,
        observer,
        time,
        resource,
        marks.operator(),
        object,
        running,
        writers,
        surroundings.with(extras, term),
        term);
  }
}
