package io.jopf.jobflow.cron;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which runs that have ended are not to be kept. */
public final class History {

  private History() {}

  /** The oldest beyond the limits. */
  public static List<Run> beyond(Collection<Run> runs, int succeeded, int failed) {
    return Stream.concat(
            beyond(runs, Run.Phase.SUCCEEDED, succeeded), beyond(runs, Run.Phase.FAILED, failed))
        .toList();
  }

  private static Stream<Run> beyond(Collection<Run> runs, Run.Phase phase, int limit) {
    return runs.stream()
        .filter(run -> run.phase() == phase)
        .sorted(Comparator.comparing(Run::due).reversed())
        .skip(limit);
  }
}
