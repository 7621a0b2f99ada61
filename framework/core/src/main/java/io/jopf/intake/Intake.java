package io.jopf.intake;

import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.handler.HandledKind;
import io.jopf.queue.WorkQueue;
import io.jopf.queue.Workers;
import io.jopf.time.Time;
import io.jopf.watch.Delivery;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every state of the objects of one kind goes through. */
public final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Objects objects;
  private final Looks looks;
  private final Stage indexing;
  private final Stage working;
  private final Consumer<ObjectKey> next;
  private final EventLines lines = new EventLines();
  private final @Nullable Stage events;
  private final WorkQueue<ObjectKey> queue;
  private final Workers<ObjectKey> workers;
  private final Set<ObjectKey> wanted = ConcurrentHashMap.newKeySet();
  private volatile boolean active;

  /**
   * An intake that does nothing yet.
   *
   * @param indexing what is done at all times
   * @param working what is done while this instance leads; last
   * @param next takes the keys that want a cycle
   */
  public Intake(
      HandledKind kind,
      Objects objects,
      Looks looks,
      HandlerCalls calls,
      Time time,
      Stage indexing,
      Stage working,
      Consumer<ObjectKey> next) {
    this.objects = objects;
    this.looks = looks;
    this.indexing = indexing;
    this.working = working;
    this.next = next;
    var handlers = kind.on(Reason.EVENT);
    this.events = handlers.isEmpty() ? null : new EventStage(handlers, lines, looks, calls, time);
    this.queue = new WorkQueue<>(time);
    this.workers = new Workers<>(queue, this::look);
  }

  /** The watch has told something, an echo of our own write perhaps. Only takes note. */
  public void delivered(Delivery delivery) {
    if (active && events != null) {
      lines.delivered(delivery);
    }
    queue.add(ObjectKey.of(delivery.latest()));
  }

  /** An object wants a cycle. Only takes note. */
  public void wants(ObjectKey key) {
    wanted.add(key);
    queue.add(key);
  }

  /** Looks at an object though nothing has changed. */
  public void again(ObjectKey key) {
    queue.add(key);
  }

  /** Indexes all that is there; before anything else runs. */
  public void fill() {
    objects.keys().forEach(this::indexing);
  }

  /** Starts the workers. */
  public void start(int count, ThreadFactory threads) {
    workers.start(count, threads);
  }

  /** This instance leads: everything that is there is new. */
  public void activate() {
    active = true;
    objects
        .keys()
        .forEach(
            key -> {
              var object = events == null ? null : objects.get(key);
              if (object != null) {
                lines.found(object);
              }
              queue.add(key);
            });
  }

  /** Another instance leads: from here on only the indices are kept. */
  public void deactivate() {
    active = false;
    lines.clear();
  }

  /** Begins nothing new. */
  public void close() {
    queue.close();
  }

  /** Waits for what is being done. */
  public boolean awaitEnd(Duration grace) {
    return workers.stop(grace);
  }

  /** Whether nothing is done and nothing waits. */
  public boolean idle() {
    return queue.idle();
  }

  /** How many workers are alive. */
  public long workersAlive() {
    return workers.alive();
  }

  private void look(ObjectKey key) {
    // taken back before the stages look: what comes meanwhile goes through them once more
    boolean passOn = wanted.remove(key);
    try {
      indexing(key);
      if (active) {
        if (events != null) {
          stage(events, key);
        }
        stage(working, key);
      }
    } finally {
      if (passOn) {
        next.accept(key);
      }
    }
  }

  private void indexing(ObjectKey key) {
    stage(indexing, key);
  }

  private void stage(Stage stage, ObjectKey key) {
    try {
      var now = objects.get(key);
      Duration again = stage.look(key, now == null ? null : looks.at(now));
      if (again != null) {
        queue.addAfter(key, again);
      }
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      LOG.warn("{}: {}; trying again in {}", key, String.valueOf(e.getMessage()), PAUSE, e);
      queue.addAfter(key, PAUSE);
    }
  }
}
