package io.jopf.jobflow.live;

import io.jopf.jobflow.run.Pursuit.Effect;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a flow has its next round though nothing of the flow itself has changed. */
final class Waking {

  /** From a step that came further to its status, at most, unless one was written just before. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /**
   * How much longer a status that might be written now waits for a moment at which nothing is made.
   */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** From something that a Job tells of itself to the status. */
  private static final Duration LATER = Duration.ofSeconds(5);

  /** A round stops the pursuit for as long as it takes: at most a tenth of the time. */
  private static final int REST = 9;

  /**
   * What the API server rests for each step: it merges, checks and stores the whole flow for every
   * status, which was seen to cost it half a millisecond of processor time and more for a step.
   */
  private static final Duration REST_PER_STEP = Duration.ofMillis(7);

  /** One that had to wait for the API server is not taken for work without limit. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Time time;
  private final Runnable round;
  private Time.@Nullable Scheduled planned;
  private Duration due = Duration.ZERO;
  private Duration began = Duration.ZERO;
  private Duration earliest = Duration.ZERO;

  /**
   * Nothing is planned.
   *
   * @param round has a round begin
   */
  Waking(Time time, Runnable round) {
    this.time = time;
    this.round = round;
  }

  /**
   * Something has happened.
   *
   * @param pausing whether nothing is being made for the flow, so that a round keeps no Job waiting
   */
  void by(Effect effect, boolean pausing) {
    switch (effect) {
      case NONE -> {}
      case DETAIL -> within(LATER);
      case PROGRESS -> {
        if (pausing && takesTurn()) {
          now();
        } else {
          within(SOON);
        }
      }
      case STATE, DOUBT -> now();
    }
  }

  /** Whether a status may be written now; once, as if it were written. */
  private synchronized boolean takesTurn() {
    Duration present = time.elapsed();
    boolean due = present.compareTo(earliest) >= 0;
    if (due) {
      earliest = present.plus(SOON);
    }
    return due;
  }

  void now() {
    round.run();
  }

  private synchronized void within(Duration delay) {
    Duration present = time.elapsed();
    Duration wish = present.plus(delay);
    if (wish.compareTo(earliest.plus(GRACE)) < 0) {
      wish = earliest.plus(GRACE);
    }
    if (planned != null && due.compareTo(wish) <= 0) {
      return;
    }
    unplan();
    due = wish;
    planned = time.schedule(wish.minus(present), this::strike);
  }

  private void strike() {
    synchronized (this) {
      planned = null;
    }
    round.run();
  }

  /** A round begins, so nothing needs to be planned. */
  synchronized void began() {
    began = time.elapsed();
    unplan();
  }

  private void unplan() {
    if (planned != null) {
      planned.cancel();
      planned = null;
    }
  }

  /**
   * A round has ended.
   *
   * @param steps how many its status tells of
   */
  synchronized void ended(int steps) {
    Duration now = time.elapsed();
    Duration own = now.minus(began).multipliedBy(REST);
    Duration rest = Collections.max(List.of(own, REST_PER_STEP.multipliedBy(steps), SOON));
    earliest = now.plus(Collections.min(List.of(rest, LONGEST)));
  }
}
