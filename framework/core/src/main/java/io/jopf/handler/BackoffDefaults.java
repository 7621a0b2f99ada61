package io.jopf.handler;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The pauses of handlers that say nothing, prefix {@code jopf.backoff}.
 *
 * @param first after the first failed attempt; default 1 s
 * @param max the longest; default 10 min
 * @param jitter by which part, from 0 to 1, a pause may be shortened at random; default 0.2
 */
@ConfigurationProperties("jopf.backoff")
public record BackoffDefaults(
    @Bindable(defaultValue = "1s") Duration first,
    @Bindable(defaultValue = "10m") Duration max,
    @Bindable(defaultValue = "0.2") double jitter) {

  /**
   * Checks the settings and makes the pauses of them.
   *
   * @throws IllegalHandlerException naming the setting that makes no sense
   */
  public Backoff backoff() {
    if (first.isNegative() || first.isZero()) {
      throw new IllegalHandlerException("jopf.backoff.first is " + first + ": more than 0");
    }
    if (max.compareTo(first) < 0) {
      throw new IllegalHandlerException(
          "jopf.backoff.max is " + max + ": at least jopf.backoff.first, " + first);
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalHandlerException("jopf.backoff.jitter is " + jitter + ": from 0 to 1");
    }
    return new Backoff(first, max, jitter);
  }
}
