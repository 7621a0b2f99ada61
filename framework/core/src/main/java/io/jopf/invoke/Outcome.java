package io.jopf.invoke;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of calling a handler. */
public sealed interface Outcome {

  /**
   * It did its work.
   *
   * @param result what it returned; null for nothing
   */
  record Succeeded(@Nullable Object result) implements Outcome {}

  /**
   * It wants to be called again.
   *
   * @param delay when; null: by its back-off
   * @param message why
   * @param counts whether this was an attempt of the handler; trouble of the API server is not
   * @param cause for the log; null: it did not fail, it was not let through or waits
   */
  record TryAgain(
      @Nullable Duration delay, String message, boolean counts, @Nullable Throwable cause)
      implements Outcome {}

  /**
   * It gave up.
   *
   * @param message why
   * @param cause for the log; null: nothing was thrown
   */
  record GaveUp(String message, @Nullable Throwable cause) implements Outcome {}
}
