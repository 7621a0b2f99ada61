package io.jopf.daemon;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.StopReason;
import io.jopf.handler.Backoff;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Options;
import io.jopf.intake.Called;
import io.jopf.intake.Extras;
import io.jopf.intake.HandlerCalls;
import io.jopf.intake.Objects;
import io.jopf.invoke.Outcome;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the thread of a daemon does: calls, writes, and calls again after a failure. */
final class DaemonWork {

  private final HandlerSpec handler;
  private final Objects objects;
  private final HandlerCalls calls;
  private final Time time;
  private final RandomGenerator random;
  private final StopSignal stopped;
  private GenericKubernetesResource object;
  private @Nullable Thread called;

  DaemonWork(
      HandlerSpec handler,
      GenericKubernetesResource object,
      Objects objects,
      HandlerCalls calls,
      Time time,
      RandomGenerator random) {
    this.handler = handler;
    this.object = object;
    this.objects = objects;
    this.calls = calls;
    this.time = time;
    this.random = random;
    this.stopped = new StopSignal(time);
  }

  void stop(StopReason reason) {
    stopped.set(reason);
  }

  /** Interrupts the handler, but never what is written after it. */
  synchronized void interrupt() {
    if (called != null) {
      called.interrupt();
    }
  }

  /** Works until the daemon ends. */
  void run() {
    Instant started = time.now();
    int attempts = 0;
    for (int failures = 0; !stopped.isSet(); failures++) {
      refresh();
      Called called = call(new Retry(attempts, started));
      Outcome outcome = called.outcome();
      write(called);
      if (outcome instanceof Outcome.Succeeded || stopped.isSet()) {
        return;
      }
      boolean last = false;
      Duration pause = Duration.ZERO;
      if (outcome instanceof Outcome.TryAgain again) {
        attempts += again.counts() ? 1 : 0;
        Options options = handler.options(Reason.DAEMON);
        last = again.isLast(attempts, options);
        pause = again.pause(options.backoff(), failures, random);
      }
      if (last || outcome instanceof Outcome.GaveUp) {
        calls.tellGivenUp(handler, object, outcome);
        return;
      }
      await(pause);
    }
  }

  private void refresh() {
    GenericKubernetesResource now = objects.get(ObjectKey.of(object));
    if (now != null && now.getMetadata().getUid().equals(object.getMetadata().getUid())) {
      object = now;
    }
  }

  private Called call(Retry retry) {
    synchronized (this) {
      called = Thread.currentThread();
    }
    try {
      return calls.call(handler, Reason.DAEMON, retry, object, new Extras(null, stopped));
    } finally {
      synchronized (this) {
        called = null;
        // it was meant for the handler
        Thread.interrupted();
      }
    }
  }

  private void write(Called called) {
    for (int failures = 0; !calls.write(object, called.changes()); failures++) {
      if (await(backoff(failures))) {
        return;
      }
    }
  }

  private Duration backoff(int failures) {
    Backoff backoff = handler.options(Reason.DAEMON).backoff();
    return backoff.after(failures, random);
  }

  private boolean await(Duration pause) {
    try {
      return stopped.await(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
