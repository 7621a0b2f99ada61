package io.jopf.leader;

import io.jopf.client.Fence;
import io.jopf.time.Time;
import java.time.Duration;

/** One time of leading, from its beginning to its end; never begins again. */
final class Term implements Fence {

  private final Time time;
  private volatile Duration end;
  private volatile boolean over;

  Term(Time time, Duration end) {
    this.time = time;
    this.end = end;
  }

  void renew(Duration until) {
    end = until;
  }

  void finish() {
    over = true;
  }

  Duration end() {
    return end;
  }

  @Override
  public boolean holds() {
    return !over && time.elapsed().compareTo(end) < 0;
  }
}
