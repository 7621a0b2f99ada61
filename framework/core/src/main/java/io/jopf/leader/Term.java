package io.jopf.leader;

import io.jopf.client.Fence;
import io.jopf.time.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One time of leading, from its beginning to its end; never begins again. */
final class Term implements Fence {

  private final Time time;
  private Duration end;
  private boolean over;
  private @Nullable Duration rest;

  Term(Time time, Duration end) {
    this.time = time;
    this.end = end;
  }

  /** Makes it last longer; false if it is over. */
  synchronized boolean renew(Duration until) {
    if (!holds()) {
      return false;
    }
    end = until;
    return true;
  }

  /**
   * Ends it for good.
   *
   * @param left how long nobody else may lead yet
   * @return whether it had not been ended before
   */
  synchronized boolean finish(Duration left) {
    if (rest != null) {
      return false;
    }
    over = true;
    rest = left;
    return true;
  }

  synchronized Duration end() {
    return end;
  }

  /** How long nobody else could lead when it was ended. */
  synchronized Duration rest() {
    return rest == null ? Duration.ZERO : rest;
  }

  @Override
  public synchronized boolean holds() {
    // remembered, or a renewal could come between one who asks and the next
    over |= time.elapsed().compareTo(end) >= 0;
    return !over;
  }
}
