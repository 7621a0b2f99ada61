package io.jopf.flow;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is certain about steps, whatever their dependencies: remembered outcomes and jobs seen. */
final class Facts {

  private Facts() {}

  static Map<String, StepStatus> of(FlowInput input) {
    Map<String, StepStatus> remembered = new HashMap<>();
    input.remembered().steps().forEach(step -> remembered.put(step.name(), step));
    Map<String, StepStatus> facts = new HashMap<>();
    for (Step step : input.plan().steps()) {
      StepStatus before = remembered.get(step.name());
      StepStatus fact =
          before != null && before.state().finished()
              ? before
              : seen(step.name(), input.observed(step.name()), before, input.now());
      if (fact != null) {
        facts.put(step.name(), fact);
      }
    }
    return facts;
  }

  private static @Nullable StepStatus seen(
      String name, Observed job, @Nullable StepStatus before, Instant now) {
    StepState state =
        switch (job.phase()) {
          case NONE, HELD -> null;
          case ACTIVE -> StepState.RUNNING;
          case SUCCEEDED -> StepState.SUCCEEDED;
          case FAILED -> StepState.FAILED;
        };
    if (state == null) {
      return null;
    }
    Instant finished = state.finished() && job.finished() == null ? now : job.finished();
    return new StepStatus(
        name, state, started(job, before, now), finished, job.reason(), job.message());
  }

  private static @Nullable Instant started(Observed job, @Nullable StepStatus before, Instant now) {
    if (job.started() != null) {
      return job.started();
    }
    if (before != null && before.started() != null) {
      return before.started();
    }
    return job.phase() == Observed.Phase.ACTIVE ? now : null;
  }
}
