package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of a flow that was run again from the start. Times are RFC 3339 in UTC with seconds.
 *
 * @param run its number, from 1
 * @param state how it ended
 * @param progress steps succeeded out of all
 * @param message one line for people
 * @param startTime when it began, null if unknown
 * @param completionTime when it ended, null if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastRun(
    int run,
    String state,
    @Nullable String progress,
    @Nullable String message,
    @Nullable String startTime,
    @Nullable String completionTime) {

  /** The number of the run that goes on after these, null for none. */
  public static int next(@Nullable List<PastRun> history) {
    return history == null || history.isEmpty() ? 1 : history.get(history.size() - 1).run() + 1;
  }
}
