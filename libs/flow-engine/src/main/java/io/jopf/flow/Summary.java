package io.jopf.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells from the steps how the whole flow stands. */
final class Summary {

  private Summary() {}

  static FlowStatus of(FlowInput input, List<StepStatus> steps) {
    FlowStatus before = input.remembered();
    Outcome outcome = Outcome.of(input, steps);
    Counts counts = Counts.of(steps);
    boolean ended = counts.running() == 0 && counts.waiting() == 0;
    Instant started = before.started();
    if (started == null) {
      started = first(steps, StepStatus::started, Comparator.naturalOrder());
    }
    Instant completed = ended ? completed(before, steps, input.now()) : null;
    return new FlowStatus(
        outcome.state(), started, completed, steps, outcome.reason(), outcome.message());
  }

  /** Facts first: the same time results after a restart, whatever the clock says. */
  private static Instant completed(FlowStatus before, List<StepStatus> steps, Instant now) {
    Instant last = first(steps, StepStatus::finished, Comparator.reverseOrder());
    return last != null ? last : Objects.requireNonNullElse(before.completed(), now);
  }

  private static @Nullable Instant first(
      List<StepStatus> steps,
      Function<StepStatus, @Nullable Instant> time,
      Comparator<Instant> order) {
    Instant best = null;
    for (StepStatus step : steps) {
      Instant at = time.apply(step);
      if (at != null && (best == null || order.compare(at, best) < 0)) {
        best = at;
      }
    }
    return best;
  }
}
