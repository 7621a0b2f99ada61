package io.jopf.invoke;

import io.jopf.handler.Backoff;
import io.jopf.handler.Options;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What came of calling a handler. */
public sealed interface Outcome {

  /** Why it did not do its work; empty if it did. */
  default String message() {
    return "";
  }

  /** What was thrown; null if nothing was. */
  default @Nullable Throwable cause() {
    return null;
  }

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
      implements Outcome {

    /**
     * Whether there is no further attempt.
     *
     * @param attempts how many there were, with this one if it counts
     * @param options how many there may be
     */
    public boolean isLast(int attempts, Options options) {
      return counts && options.retries() >= 0 && attempts >= options.retries();
    }

    /**
     * How long to wait before the next call.
     *
     * @param backoff the handler's, for when no delay is wished
     * @param calls how many calls in a row have failed before this one
     */
    public Duration pause(Backoff backoff, int calls, RandomGenerator random) {
      return delay != null ? delay : backoff.after(calls, random);
    }
  }

  /**
   * It gave up.
   *
   * @param message why
   * @param cause for the log; null: nothing was thrown
   */
  record GaveUp(String message, @Nullable Throwable cause) implements Outcome {}
}
