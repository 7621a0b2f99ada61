package io.jopf.daemon;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Options;
import io.jopf.invoke.Outcome;
import io.jopf.patch.Changes;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What is known of one running timer. Touched by the worker that has its key, but for changes. */
final class Timer {

  /** What a worker has written in vain, with the state that it was meant for. */
  record Unsaved(GenericKubernetesResource object, Changes changes, @Nullable Duration rest) {}

  final HandlerSpec handler;
  final Schedule schedule;
  private @Nullable Duration origin;
  private int attempts;
  private int calls;
  private @Nullable Instant trying;
  private volatile Duration changed;
  private volatile boolean ended;
  private boolean dormant;
  @Nullable Unsaved unsaved;
  int writes;

  Timer(HandlerSpec handler, Schedule schedule, Duration changed) {
    this.handler = handler;
    this.schedule = schedule;
    this.changed = changed;
  }

  /** The object has changed. Returns whether the timer has waited for that. */
  synchronized boolean changed(Duration now) {
    changed = now;
    boolean waited = dormant;
    dormant = false;
    return waited;
  }

  /** How long the timer must not run yet; zero or less: it may. */
  Duration untilIdle(Duration now) {
    return schedule.untilIdle(changed, now);
  }

  /** Which attempt the next run is. */
  Retry begin(Duration now, Instant clock) {
    if (origin == null) {
      origin = now;
    }
    Instant since = trying;
    if (since == null) {
      since = clock;
      trying = since;
    }
    return new Retry(attempts, since);
  }

  /**
   * What follows from a run.
   *
   * @param seen the moment of the last change that the run has seen
   * @return how long until the next; null: none until the object changes, or for good if {@link
   *     #hasEnded}
   */
  synchronized @Nullable Duration after(
      Outcome outcome, Duration seen, Duration now, RandomGenerator random) {
    if (outcome instanceof Outcome.TryAgain again) {
      calls++;
      attempts += again.counts() ? 1 : 0;
      Options options = handler.options(Reason.TIMER);
      if (again.isLast(attempts, options)) {
        ended = true;
        return null;
      }
      return again.pause(options.backoff(), calls - 1, random);
    }
    if (outcome instanceof Outcome.GaveUp) {
      ended = true;
      return null;
    }
    attempts = 0;
    calls = 0;
    trying = null;
    Duration rest = schedule.next(origin == null ? now : origin, now);
    if (rest == null && !seen.equals(changed)) {
      return Duration.ZERO;
    }
    dormant = rest == null;
    return rest;
  }

  /** Whether it waits for nothing: the object has changed since its last run. */
  synchronized boolean isAwake() {
    return !dormant && !ended;
  }

  Duration lastChange() {
    return changed;
  }

  /** Whether it never runs again. */
  boolean hasEnded() {
    return ended;
  }
}
