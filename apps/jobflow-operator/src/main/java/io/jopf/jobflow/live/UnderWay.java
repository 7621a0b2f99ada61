package io.jopf.jobflow.live;

import io.jopf.flow.Start;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The creations of a flow that have not come to their end. For several threads. */
final class UnderWay {

  /** Whether somebody has told of the Job already. */
  private final Map<Start, Boolean> told = new HashMap<>();

  synchronized void begin(List<Start> starts) {
    starts.forEach(start -> told.put(start, false));
  }

  /**
   * Somebody tells of a Job.
   *
   * @param of which attempt of which step it is of; null if it does not say so
   * @return whether its creation is under way, so that it is to be looked at when that has ended
   */
  synchronized boolean tell(@Nullable Start of) {
    return of != null && told.replace(of, true) != null;
  }

  /** One has come to its end; whether somebody told of the Job meanwhile. */
  synchronized boolean end(Start start) {
    return Boolean.TRUE.equals(told.remove(start));
  }

  synchronized boolean isEmpty() {
    return told.isEmpty();
  }
}
