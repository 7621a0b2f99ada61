package io.jopf.flow.rollout;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a rollout is at work; stands still while it is suspended or paused. */
final class Clock {
  private final @Nullable Duration deadline;
  private final Instant now;
  private @Nullable Instant stopped;
  private Duration stoppedFor;

  Clock(RolloutInput input) {
    deadline = input.policy().deadline();
    now = input.now();
    boolean anew = input.control().retry() && input.remembered().completed() != null;
    stopped = anew ? null : input.remembered().stopped();
    stoppedFor = anew ? Duration.ZERO : input.remembered().stoppedFor();
  }

  /** Stops it or lets it go on. */
  void stand(boolean still) {
    if (still && stopped == null) {
      stopped = now;
    } else if (!still && stopped != null) {
      stoppedFor = stoppedFor.plus(Duration.between(stopped, now));
      stopped = null;
    }
  }

  /** When the time is up; null if that never comes, or not while things are as they are. */
  @Nullable Instant end(@Nullable Instant started) {
    return deadline == null || started == null || stopped != null
        ? null
        : started.plus(deadline).plus(stoppedFor);
  }

  @Nullable Instant stopped() {
    return stopped;
  }

  Duration stoppedFor() {
    return stoppedFor;
  }
}
