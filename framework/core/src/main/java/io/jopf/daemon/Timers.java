package io.jopf.daemon;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.handler.Backoff;
import io.jopf.intake.Called;
import io.jopf.intake.Extras;
import io.jopf.intake.HandlerCalls;
import io.jopf.intake.Objects;
import io.jopf.queue.WorkQueue;
import io.jopf.queue.Workers;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All timers of one kind: delays in a queue, worked off by a few workers. */
final class Timers {

  private final Objects objects;
  private final HandlerCalls calls;
  private final Time time;
  private final RandomGenerator random;
  private final WorkQueue<TimerKey> queue;
  private final Workers<TimerKey> workers;
  private final Map<TimerKey, Timer> timers = new ConcurrentHashMap<>();

  Timers(Objects objects, HandlerCalls calls, Time time, RandomGenerator random) {
    this.objects = objects;
    this.calls = calls;
    this.time = time;
    this.random = random;
    this.queue = new WorkQueue<>(time);
    this.workers = new Workers<>(queue, this::run);
  }

  void start(int count, ThreadFactory threads) {
    workers.start(count, threads);
  }

  void begin(TimerKey key, Timer timer, Duration delay) {
    timers.put(key, timer);
    queue.addAfter(key, delay);
  }

  /** The object of a timer has changed. */
  void changed(TimerKey key, Timer timer) {
    if (timer.changed(time.elapsed())) {
      queue.addAfter(key, timer.schedule.idle());
    }
  }

  /** Ends a timer; a run that is under way goes on. */
  void end(TimerKey key) {
    timers.remove(key);
    queue.forget(key);
  }

  void close() {
    queue.close();
  }

  boolean awaitEnd(Duration grace) {
    return workers.stop(grace);
  }

  boolean idle() {
    return queue.idle();
  }

  long workersAlive() {
    return workers.alive();
  }

  int size() {
    return timers.size();
  }

  private void run(TimerKey key) {
    Timer timer = timers.get(key);
    if (timer == null) {
      return;
    }
    Timer.Unsaved unsaved = timer.unsaved;
    if (unsaved != null) {
      again(key, timer, write(timer, unsaved));
      return;
    }
    GenericKubernetesResource object = objects.get(key.object());
    if (object == null || !object.getMetadata().getUid().equals(key.uid())) {
      // its end has been told, or will be
      return;
    }
    Duration wait = timer.untilIdle(time.elapsed());
    if (wait.compareTo(Duration.ZERO) > 0) {
      again(key, timer, wait);
      return;
    }
    again(key, timer, call(timer, object));
  }

  private @Nullable Duration call(Timer timer, GenericKubernetesResource object) {
    Duration seen = timer.lastChange();
    Retry retry = timer.begin(time.elapsed(), time.now());
    Called called = calls.call(timer.handler, Reason.TIMER, retry, object, Extras.NONE);
    Duration rest = timer.after(called.outcome(), seen, time.elapsed(), random);
    if (timer.hasEnded()) {
      calls.tellGivenUp(timer.handler, object, called.outcome());
    }
    return write(timer, new Timer.Unsaved(object, called.changes(), rest));
  }

  /** Returns how long until the timer's next turn, be it another try at writing. */
  private @Nullable Duration write(Timer timer, Timer.Unsaved unsaved) {
    if (calls.write(unsaved.object(), unsaved.changes())) {
      timer.unsaved = null;
      timer.writes = 0;
      Duration rest = unsaved.rest();
      return rest == null && timer.isAwake() ? Duration.ZERO : rest;
    }
    timer.unsaved = unsaved;
    return Backoff.EXPONENTIAL.after(timer.writes++, random);
  }

  private void again(TimerKey key, Timer timer, @Nullable Duration delay) {
    if (delay != null && timers.get(key) == timer) {
      queue.addAfter(key, delay);
    }
  }
}
