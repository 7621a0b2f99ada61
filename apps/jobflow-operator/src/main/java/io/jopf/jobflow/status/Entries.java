package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.flow.FlowState;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.jobflow.api.StepEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Steps as a status lists them. */
final class Entries {
  private static final int MESSAGE = 256;

  private Entries() {}

  static FlowStatus memory(
      @Nullable String started, @Nullable String completed, @Nullable List<StepEntry> entries) {
    List<StepStatus> steps = new ArrayList<>();
    if (entries != null) {
      entries.forEach(entry -> memory(entry).ifPresent(steps::add));
    }
    return new FlowStatus(
        FlowState.PENDING, Times.read(started), Times.read(completed), steps, "", "");
  }

  private static Optional<StepStatus> memory(StepEntry entry) {
    return StepState.fromText(entry.state())
        .map(
            state ->
                new StepStatus(
                    entry.name(),
                    state,
                    Times.read(entry.startTime()),
                    Times.read(entry.finishTime()),
                    entry.reason(),
                    entry.message()));
  }

  /** A step whose Job is gone keeps the name it had. */
  static List<StepEntry> of(FlowStatus flow, Map<String, Job> jobs, List<StepEntry> before) {
    Map<String, String> names = new HashMap<>();
    before.forEach(
        entry -> {
          if (entry.job() != null) {
            names.put(entry.name(), entry.job());
          }
        });
    jobs.forEach((step, job) -> names.put(step, job.getMetadata().getName()));
    return flow.steps().stream().map(step -> entry(step, names.get(step.name()))).toList();
  }

  private static StepEntry entry(StepStatus step, @Nullable String job) {
    return new StepEntry(
        step.name(),
        step.state().text(),
        job,
        Times.text(step.started()),
        Times.text(step.finished()),
        step.reason(),
        shortened(step.message()));
  }

  private static @Nullable String shortened(@Nullable String message) {
    return message == null || message.length() <= MESSAGE
        ? message
        : message.substring(0, MESSAGE - 1) + "…";
  }
}
