package io.jopf.daemon;

import io.jopf.annotation.Daemon;
import io.jopf.handler.Durations;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Timing;
import java.time.Duration;
import java.util.Objects;

/**
 * How a daemon begins and is brought to an end.
 *
 * @param initialDelay before it starts
 * @param backoff how long after it was told to stop it is interrupted
 * @param timeout how long after that it is given up
 */
record Ending(Duration initialDelay, Duration backoff, Duration timeout) {

  static Ending of(HandlerSpec handler) {
    Timing timing =
        Timing.of(
            Objects.requireNonNull(handler.method().getAnnotation(Daemon.class), handler.id()));
    return new Ending(
        Durations.parse(timing.initialDelay(), Duration.ZERO),
        Durations.parse(timing.cancellationBackoff(), Duration.ofSeconds(5)),
        Durations.parse(timing.cancellationTimeout(), Duration.ofSeconds(30)));
  }
}
