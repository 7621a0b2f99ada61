package io.jopf.jobflow.status;

import io.jopf.flow.FlowStatus;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.job.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Steps as a status lists them. */
final class Entries {
  private static final int MESSAGE = 256;

  /** With more steps than this only some that failed have a message. */
  private static final int MANY = 500;

  /** So many have one. */
  static final int FAILED = 50;

  private Entries() {}

  /** What is remembered of steps. */
  static List<StepStatus> memory(@Nullable List<StepEntry> entries) {
    List<StepStatus> steps = new ArrayList<>();
    if (entries != null) {
      entries.forEach(entry -> memory(entry).ifPresent(steps::add));
    }
    return steps;
  }

  /** What is remembered of one; empty if that makes no sense. */
  static Optional<StepStatus> memory(StepEntry entry) {
    return StepState.fromText(entry.state())
        .map(
            state ->
                new StepStatus(
                    entry.name(),
                    state,
                    attempts(entry, state),
                    Objects.requireNonNullElse(entry.spentAttempts(), 0),
                    Timestamp.read(entry.dueTime()),
                    Timestamp.read(entry.startTime()),
                    Timestamp.read(entry.finishTime()),
                    entry.reason(),
                    entry.message()));
  }

  /** Older statuses do not say it. */
  private static int attempts(StepEntry entry, StepState state) {
    if (entry.attempts() != null) {
      return entry.attempts();
    }
    boolean made = entry.job() != null && (state.finished() || state == StepState.RUNNING);
    return made ? 1 : 0;
  }

  /**
   * The entries of steps. One whose Job is gone keeps the name and what it put out.
   *
   * @param jobs names of the Jobs there are, by step
   * @param outputs of the steps that put out something now, by step
   */
  static List<StepEntry> of(
      FlowStatus flow,
      Map<String, String> jobs,
      Map<String, Map<String, String>> outputs,
      List<StepEntry> before) {
    Map<String, StepEntry> known = new HashMap<>();
    before.forEach(entry -> known.put(entry.name(), entry));
    List<StepEntry> entries = new ArrayList<>(flow.steps().size());
    Messages messages = new Messages(flow.steps().size() > MANY);
    for (StepStatus step : flow.steps()) {
      StepEntry old = known.get(step.name());
      String job = jobs.get(step.name());
      Map<String, String> told = outputs.get(step.name());
      entries.add(
          entry(
              step,
              messages.of(step),
              job == null && old != null ? old.job() : job,
              told == null && old != null ? kept(step, old) : told));
    }
    return entries;
  }

  /** What the same attempt put out. */
  private static @Nullable Map<String, String> kept(StepStatus step, StepEntry old) {
    boolean done = step.state() == StepState.SUCCEEDED;
    return done && attempts(old, step.state()) == step.attempts() ? old.outputs() : null;
  }

  static StepEntry entry(
      StepStatus step,
      @Nullable String message,
      @Nullable String job,
      @Nullable Map<String, String> outputs) {
    return new StepEntry(
        step.name(),
        step.state().text(),
        job,
        step.attempts() == 0 ? null : step.attempts(),
        step.spent() == 0 ? null : step.spent(),
        Times.text(step.due()),
        Times.text(step.started()),
        Times.text(step.finished()),
        step.reason(),
        message,
        outputs == null || outputs.isEmpty() ? null : outputs);
  }

  /** The messages of steps or nodes, asked for in their order. */
  static final class Messages {
    private final boolean few;
    private int left = FAILED;

    Messages(boolean few) {
      this.few = few;
    }

    @Nullable String of(StepStatus step) {
      if (few && (step.state() != StepState.FAILED || left-- <= 0)) {
        return null;
      }
      return shortened(step.message());
    }
  }

  static @Nullable String shortened(@Nullable String message) {
    if (message == null || message.isEmpty()) {
      return null;
    }
    return message.length() <= MESSAGE ? message : message.substring(0, MESSAGE - 1) + "…";
  }
}
