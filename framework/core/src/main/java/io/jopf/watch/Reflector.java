package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.jopf.ObjectKey;
import io.jopf.client.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a store like what the API server has: lists, watches, and goes on from the last version
 * after whatever ends the watch. See DESIGN.md.
 */
final class Reflector {

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);

  private final String name;
  private final Source source;
  private final Trimming trimming;
  private final StreamRuntime runtime;
  private final Consumer<Delivery> deliver;
  private final Consumer<String> passed;
  private final Store store = new Store();
  private final Pulse pulse = new Pulse();
  private final Awaiting awaiting = new Awaiting();
  private final Setbacks setbacks = new Setbacks();
  private final Standing standing;
  private final Progress progress = new Progress();
  private @Nullable Attempt current;
  private boolean synced;
  private boolean stopped;
  private long lists;
  private long restarts;

  /**
   * @param name for people
   * @param trimming what is left out of the objects
   * @param deliver told of every change, one at a time; must only take note
   * @param passed told of versions up to which everything has been delivered
   */
  Reflector(
      String name,
      Source source,
      Trimming trimming,
      StreamRuntime runtime,
      Consumer<Delivery> deliver,
      Consumer<String> passed) {
    this.name = name;
    this.standing = new Standing(name);
    this.source = source;
    this.trimming = trimming;
    this.runtime = runtime;
    this.deliver = deliver;
    this.passed = passed;
  }

  void start() {
    begin();
    runtime.time().schedule(runtime.tick(), this::tick);
  }

  /** Ends it; what is known stays. */
  void stop() {
    Attempt last;
    synchronized (this) {
      stopped = true;
      last = current;
      current = null;
    }
    if (last != null) {
      last.close();
    }
  }

  /** Ends it and tells of everything as gone. */
  void drop() {
    stop();
    synchronized (this) {
      tell(store.retain(Set.of()));
    }
  }

  /**
   * Lists anew, because what others have written until now must be known.
   *
   * @return completes when that list has been delivered, or is known not to come for now; never if
   *     the stream is stopped
   */
  CompletableFuture<@Nullable Void> refresh() {
    CompletableFuture<@Nullable Void> done;
    Attempt old;
    synchronized (this) {
      done = awaiting.next();
      progress.forget();
      old = current;
      begin();
    }
    if (old != null) {
      runtime.blocking().execute(old::close);
    }
    return done;
  }

  /** Waits until the first list has come or is known not to come for now. */
  void awaitSettled() throws InterruptedException {
    awaiting.awaitFirst();
  }

  Store store() {
    return store;
  }

  synchronized StreamReport report() {
    return new StreamReport(
        name,
        standing.state(),
        standing.reason(),
        runtime.tick().multipliedBy(pulse.silent()),
        lists,
        restarts);
  }

  /** The version up to which everything has been delivered; empty before the first list. */
  synchronized String newest() {
    return progress.newest();
  }

  /**
   * Whether the watch was opened after a moment and has been live for some time: what had happened
   * by then would have been delivered.
   */
  synchronized boolean hasWatchedSince(Duration moment, Duration time) {
    return current != null
        && standing.state() == StreamState.LIVE
        && current.hasWatchedSince(moment, time, runtime.time().elapsed());
  }

  /**
   * Whether everything up to a version has been delivered, unless none of it can come at present.
   */
  synchronized boolean hasSeen(String version) {
    boolean live = standing.state() == StreamState.LIVE;
    return standing.isCutOff() || (live && Versions.isAtLeast(progress.newest(), version));
  }

  private synchronized void begin() {
    if (!stopped) {
      pulse.begin();
      Attempt next = new Attempt(this, source, runtime.renewal(), progress.version());
      current = next;
      runtime.blocking().execute(next);
    }
  }

  /** After a pause, in which somebody may have begun already. */
  private synchronized void resume() {
    if (current == null) {
      begin();
    }
  }

  private void tick() {
    Attempt dead = null;
    synchronized (this) {
      if (stopped) {
        return;
      }
      pulse.tick();
      if (standing.state() == StreamState.LIVE && pulse.isDoubtful()) {
        standing.become(StreamState.SILENT, "nothing heard of it");
      }
      if (current != null && pulse.isDead()) {
        dead = current;
        restarts++;
        begin();
      }
    }
    if (dead != null) {
      runtime.blocking().execute(dead::close);
    }
    runtime.time().schedule(runtime.tick(), this::tick);
  }

  /** A part of the list has come. */
  synchronized boolean page(Attempt attempt, Page page, Set<ObjectKey> present) {
    if (attempt != current) {
      return false;
    }
    pulse.answered();
    progress.check(page.version());
    for (GenericKubernetesResource item : page.items()) {
      if (isUsable(item)) {
        present.add(ObjectKey.of(item));
        tell(store.listed(trimming.of(item), !synced));
      }
    }
    return true;
  }

  /** All parts have come. */
  synchronized boolean listed(Attempt attempt, String at, Set<ObjectKey> present) {
    if (attempt != current) {
      return false;
    }
    tell(store.retain(present));
    progress.listed(at);
    synced = true;
    lists++;
    setbacks.listed();
    passed.accept(at);
    awaiting.settled();
    return true;
  }

  synchronized boolean opened(Attempt attempt) {
    if (attempt != current) {
      return false;
    }
    pulse.opened();
    attempt.opened(runtime.time().elapsed());
    standing.become(StreamState.LIVE, "");
    return true;
  }

  synchronized void event(
      Attempt attempt, Action action, @Nullable GenericKubernetesResource object) {
    if (attempt != current || object == null || object.getMetadata() == null) {
      return;
    }
    pulse.received();
    standing.become(StreamState.LIVE, "");
    boolean usable = action != Action.BOOKMARK && isUsable(object);
    if (usable && action == Action.DELETED) {
      tell(store.deleted(trimming.of(object)));
    } else if (usable) {
      tell(store.changed(trimming.of(object)));
    }
    String at = object.getMetadata().getResourceVersion();
    if (at != null && !at.isEmpty()) {
      progress.reached(at);
    }
    if (action == Action.BOOKMARK) {
      passed.accept(progress.newest());
    }
  }

  /** The connection is no more. */
  synchronized void ended(Attempt attempt, Throwable cause) {
    if (attempt != current || stopped) {
      return;
    }
    current = null;
    if (!attempt.hasServed(runtime.time().elapsed())) {
      standing.lose(Reason.of(cause));
    }
    if (pulse.hasProved()) {
      setbacks.forget();
    } else if (pulse.wasOpen()) {
      setbacks.useless();
    }
    Trouble trouble = Trouble.of(cause, attempt.isResuming() || pulse.wasOpen());
    LOG.debug("{} ended: {}", name, trouble, cause);
    if (setbacks.wantsList(trouble)) {
      progress.forget();
    }
    note(trouble, Reason.of(cause));
    Duration pause = setbacks.pause(trouble, pulse.wasOpen(), runtime.random());
    runtime.time().schedule(pause, this::resume);
  }

  private void note(Trouble trouble, String said) {
    switch (trouble) {
      case MISSING -> {
        standing.become(StreamState.MISSING, said);
        awaiting.settled();
        if (setbacks.isCertainlyMissing()) {
          tell(store.retain(Set.of()));
        }
      }
      case REFUSED -> {
        standing.become(StreamState.REFUSED, said);
        awaiting.settled();
      }
      default -> {
        if (!pulse.hasProved() && setbacks.isSecond()) {
          LOG.warn("{}: {}; trying again", name, said);
        }
      }
    }
  }

  private void tell(List<Delivery> deliveries) {
    for (Delivery delivery : deliveries) {
      try {
        deliver.accept(delivery);
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        LOG.error("{}: {} was not taken", name, ObjectKey.of(delivery.latest()), e);
      }
    }
  }

  /** Half of a small object's memory is who manages its fields. */
  private boolean isUsable(GenericKubernetesResource object) {
    if (object.getMetadata() == null || object.getMetadata().getName() == null) {
      LOG.warn("{}: an object without a name is left out", name);
      return false;
    }
    object.getMetadata().setManagedFields(null);
    return true;
  }
}
