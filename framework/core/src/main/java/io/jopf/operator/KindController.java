package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.Cancellation;
import io.jopf.ObjectKey;
import io.jopf.cause.Marks;
import io.jopf.children.ChildWriters;
import io.jopf.client.Fence;
import io.jopf.client.ResourceKind;
import io.jopf.client.WriteListener;
import io.jopf.event.EventPoster;
import io.jopf.handler.HandledKind;
import io.jopf.index.Indices;
import io.jopf.intake.Extras;
import io.jopf.invoke.Invoker;
import io.jopf.invoke.RunningCalls;
import io.jopf.memo.Memos;
import io.jopf.metrics.Observer;
import io.jopf.patch.Patcher;
import io.jopf.queue.WorkQueue;
import io.jopf.queue.Workers;
import io.jopf.takeover.KopfSettings;
import io.jopf.time.Time;
import io.jopf.watch.Caches;
import io.jopf.watch.ObjectCache;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/**
 * One handled kind while it runs: which keys wait for a turn, who takes them, and in which term. A
 * turn is the matter of {@link Turns}, what is done with the object that of {@link Handling}.
 */
final class KindController {

  /** How long interrupted handlers may take to have their progress written. */
  private static final Duration LAST_WRITES = Duration.ofSeconds(2);

  private static final Fence NOT_LEADING = () -> false;

  private final ResourceKind resource;
  private final ObjectCache cache;
  private final Time time;
  private final RunningCalls calls;
  private final WorkQueue<ObjectKey> queue;
  private final Workers<ObjectKey> workers;
  private final Background background;
  private final Handling handling;
  private volatile Fence fence = Fence.NONE;
  private volatile boolean started;

  KindController(
      KubernetesClient client,
      Caches all,
      EventPoster poster,
      Invoker invoker,
      Observer observer,
      Time time,
      Marks marks,
      KopfSettings kopf,
      Indices indices,
      Semaphore slots,
      HandledKind kind) {
    this.time = time;
    this.resource = ResourceKind.of(kind.type());
    String name = resource.resourceName();
    KindCaches caches = new KindCaches(all, kind, resource);
    this.cache = caches.own();
    WriteListener told = (object, what, said) -> observer.wrote(name, object, what, said);
    Patcher patcher =
        new Patcher(
            client,
            resource,
            marks,
            (key, what, request) -> told.telling(key, what, () -> cache.write(key, request)));
    this.calls = new RunningCalls(time);
    this.queue = new WorkQueue<>(time);
    CachedObjects objects = new CachedObjects(cache);
    Memos memos = new Memos(cache::get);
    Surroundings.Writer write =
        (object, changes, term) ->
            patcher.write(ObjectKey.of(object), object.getMetadata().getUid(), changes, term);
    Callers callers =
        new Callers(
            client,
            caches,
            poster,
            invoker,
            observer,
            time,
            resource,
            new ChildWriters(client, caches, caches::writer, marks.operator(), told),
            new Surroundings(memos, indices, objects, write, Extras.NONE, fence));
    SideCalls aside = new SideCalls(callers, write, () -> fence, time, queue::addAfter);
    this.background =
        new Background(kind, objects, new Copying(client), aside, indices, time, marks, this::wake);
    this.handling =
        new Handling(
            kind,
            marks,
            callers,
            calls,
            new SelectedObjects(client, resource, kind.options(), marks, patcher),
            new Predecessor(kopf, marks, kind, patcher, time),
            new ChangeWriter(patcher, new Refusals(poster, resource), time),
            background,
            memos);
    Turns turns = new Turns(cache, queue, handling, observer, time);
    this.workers = new Workers<>(queue, key -> turns.take(key, fence), slots);
    background.listen(cache);
    cache.listen(this::cancelIfGoing);
    cache.listen(turns.waking(background::wants));
    caches.followOthers(this::wake);
    observer.handles(name, queue::depth);
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

  /** Has all objects looked at as if they had changed. */
  void lookAtAll() {
    cache.keys().forEach(queue::addBacklog);
  }

  void lookAt(ObjectKey key) {
    queue.add(key);
  }

  /** Acts from now on, for as long as the term holds; after another process may have acted. */
  void lead(Fence term) {
    fence = term;
    // what has gone meanwhile is forgotten, what is there may have been handled by others
    handling.known().forEach(queue::add);
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
}
