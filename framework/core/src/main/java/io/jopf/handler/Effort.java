package io.jopf.handler;

import io.micronaut.core.annotation.AnnotationValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long and how often a handler tries, as its annotation says it.
 *
 * @param backoff the first or only pause; empty for the default
 * @param maxBackoff the longest pause; empty for the default
 * @param jitter negative for the default
 * @param timeout empty for no limit
 */
public record Effort(String backoff, String maxBackoff, double jitter, String timeout) {

  /** Nothing said. */
  public static final Effort DEFAULT = new Effort("", "", -1, "");

  /** Reads any annotation; options that it does not have hold their default. */
  public static Effort of(AnnotationValue<?> annotation) {
    return new Effort(
        annotation.stringValue("backoff").orElse(""),
        annotation.stringValue("maxBackoff").orElse(""),
        annotation.doubleValue("jitter").orElse(-1),
        annotation.stringValue("timeout").orElse(""));
  }

  /**
   * The pauses.
   *
   * @throws IllegalArgumentException if a text is no duration
   */
  public Backoff backoff(Backoff otherwise) {
    return Backoff.of(backoff, maxBackoff, jitter, otherwise);
  }

  /**
   * The timeout; null for no limit.
   *
   * @throws IllegalArgumentException if the text is no duration
   */
  public @Nullable Duration limit() {
    return timeout.isEmpty() ? null : Durations.parse(timeout);
  }
}
