package io.jopf.event;

import java.time.Duration;
import java.time.Instant;

/** One event in the cluster and how often it has happened. Used by one thread. */
final class Series {

  final Happening first;
  final String name;
  private int count = 1;
  private int told = 1;
  private Instant lastObserved;
  private Duration lastHappened;
  private Duration lastWritten;

  Series(Happening first, String name, Instant now, Duration elapsed) {
    this.first = first;
    this.name = name;
    this.lastObserved = now;
    this.lastHappened = elapsed;
    this.lastWritten = elapsed;
  }

  void again(Instant now, Duration elapsed) {
    count++;
    lastObserved = now;
    lastHappened = elapsed;
  }

  /** Takes note that the cluster is going to know. */
  void told(Duration elapsed) {
    told = count;
    lastWritten = elapsed;
  }

  boolean isUntold() {
    return told < count;
  }

  /** The first repetition is told at once: from then on there is a series. */
  boolean isDue(Duration elapsed, Duration pause) {
    return isUntold() && (told == 1 || elapsed.minus(lastWritten).compareTo(pause) >= 0);
  }

  boolean isOver(Duration elapsed, Duration idle) {
    return elapsed.minus(lastHappened).compareTo(idle) > 0;
  }

  int count() {
    return count;
  }

  Instant lastObserved() {
    return lastObserved;
  }
}
