package io.jopf.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do and what to tell.
 *
 * @param toStart jobs to be created now, in the plan's order
 * @param toStop steps whose unfinished job is to be deleted now
 * @param again when to decide again though nothing has changed, null if there is no such time
 * @param status to be stored; the steps of {@code toStart} still stand as waiting in it
 */
public record Decision(
    List<Start> toStart, List<String> toStop, @Nullable Instant again, FlowStatus status) {

  public Decision {
    toStart = List.copyOf(toStart);
    toStop = List.copyOf(toStop);
  }
}
