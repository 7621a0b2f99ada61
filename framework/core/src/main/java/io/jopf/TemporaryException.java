package io.jopf;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown by a handler that wants to be tried again. */
public class TemporaryException extends RuntimeException {

  private final transient @Nullable Duration delay;

  /** Tries again after the handler's own back-off. */
  public TemporaryException(String message) {
    super(message);
    this.delay = null;
  }

  /**
   * Tries again after a pause.
   *
   * @param delay the pause; zero means at once
   */
  public TemporaryException(String message, Duration delay) {
    super(message);
    this.delay = delay;
  }

  /** The wanted pause, or null for the handler's back-off. */
  public final @Nullable Duration delay() {
    return delay;
  }
}
