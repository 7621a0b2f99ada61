package io.jopf;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a handler that are tried and remembered each by itself, such as one for every element of
 * a list. The handler is called again until all its parts have ended; a part that has succeeded for
 * the object as it is does not run again, so what the handler does beside its parts has to bear
 * repetition. When a part has failed for good and no other has still to end, so has the handler.
 */
public interface SubHandlers {

  /** A part. */
  @FunctionalInterface
  interface Work {
    /**
     * Does the part's work; exceptions mean what they mean for any handler.
     *
     * @param sub what is known about this call
     */
    void run(Sub sub) throws Exception;
  }

  /** One call of a part. */
  interface Sub {
    /** The part's name in stored state and logs: {@code handler/part}. */
    String id();

    /** Which attempt of the part this is. */
    Retry retry();

    /** Parts of the part. */
    SubHandlers subHandlers();
  }

  /**
   * How a part is tried.
   *
   * @param retries attempts in all; -1: no limit
   * @param backoff the pause between them; null: as for the handler
   * @param timeout from the beginning of the first attempt to the end of the last; null: no limit
   *     but that of the handler
   */
  record Options(int retries, @Nullable Duration backoff, @Nullable Duration timeout) {

    /** As the handler, without limits of its own. */
    public static final Options DEFAULT = new Options(-1, null, null);

    /** The same with a limit of attempts. */
    public Options withRetries(int attempts) {
      return new Options(attempts, backoff, timeout);
    }

    /** The same with a fixed pause. */
    public Options withBackoff(Duration pause) {
      return new Options(retries, pause, timeout);
    }

    /** The same with a timeout. */
    public Options withTimeout(Duration limit) {
      return new Options(retries, backoff, limit);
    }
  }

  /**
   * Runs a part now, unless it has ended already or has to wait before its next attempt. What it
   * throws goes no further.
   *
   * @param id its name within the handler: a letter or digit followed by letters, digits, '_', '.'
   *     or '-', at most 253 in all
   * @return whether it has succeeded for the object as it is, now or earlier
   * @throws IllegalArgumentException if the name is none or was used in this call already
   */
  default boolean run(String id, Work work) {
    return run(id, Options.DEFAULT, work);
  }

  /** The same with options. */
  boolean run(String id, Options options, Work work);
}
