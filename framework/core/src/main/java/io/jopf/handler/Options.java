package io.jopf.handler;

import io.jopf.annotation.ErrorMode;
import java.util.List;

/**
 * How a handler runs for one reason.
 *
 * @param field path of the field it looks at; empty: the whole object
 * @param retries attempts in all; -1: no limit
 * @param backoff pauses between them
 * @param errors what an unexpected exception means
 * @param optional for deletions: whether the object may go without it
 * @param whileDeleting level style: whether it runs for objects on their way out
 */
public record Options(
    List<String> field,
    int retries,
    Backoff backoff,
    ErrorMode errors,
    boolean optional,
    boolean whileDeleting) {

  /** Nothing said. */
  public static final Options DEFAULT =
      new Options(List.of(), -1, Backoff.EXPONENTIAL, ErrorMode.TEMPORARY, false, false);
}
