package io.jopf.handler;

import io.jopf.annotation.ErrorMode;
import io.jopf.filter.Filter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a handler runs for one reason.
 *
 * @param filter which objects and changes it concerns
 * @param retries attempts in all; -1: no limit
 * @param backoff pauses between them
 * @param errors what an unexpected exception means
 * @param optional for deletions: whether the object may go without it
 * @param whileDeleting level style and resuming: whether it runs for objects on their way out
 * @param timeout causes: time from the beginning of the first attempt to the end of the last; level
 *     style: time of one run; null: no limit
 * @param resync level style: the pauses between runs for which there is no other reason; null: none
 * @param after ids of the handlers that have to succeed first
 */
public record Options(
    Filter filter,
    int retries,
    Backoff backoff,
    ErrorMode errors,
    boolean optional,
    boolean whileDeleting,
    @Nullable Duration timeout,
    @Nullable Backoff resync,
    List<String> after) {

  /** Nothing said. */
  public static final Options DEFAULT =
      new Options(
          Filter.NONE,
          -1,
          Backoff.EXPONENTIAL,
          ErrorMode.TEMPORARY,
          false,
          false,
          null,
          null,
          List.of());

  /** The options of a part of the handler. */
  public Options part(int attempts, Backoff pauses, @Nullable Duration limit) {
    return new Options(Filter.NONE, attempts, pauses, errors, false, false, limit, null, List.of());
  }

  /** Path of the field it looks at; empty: the whole object. */
  public List<String> field() {
    return filter.field();
  }
}
