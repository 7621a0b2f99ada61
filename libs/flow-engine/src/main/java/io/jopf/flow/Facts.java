package io.jopf.flow;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is certain about a step, whatever its dependencies: remembered outcomes and jobs seen. */
final class Facts {

  private Facts() {}

  /** How the step stands by itself; waiting if it has not started, or its job was lost. */
  static StepStatus of(Step step, StepStatus before, Observed job, Instant now) {
    if (before.frozen()) {
      return before;
    }
    if (job.phase() == Observed.Phase.REFUSED) {
      return before.ended(StepState.FAILED, text(job.reason()), text(job.message()), now);
    }
    if (counts(before, job)) {
      return ofJob(step, before, job, now);
    }
    if (before.state() == StepState.RETRY_WAIT) {
      return before;
    }
    boolean lost = before.attempts() > before.spent();
    if (lost && !step.retry().on().contains(Retry.Trouble.LOST)) {
      return before.ended(StepState.FAILED, Reasons.LOST, "its job was deleted", now);
    }
    return before.idle(StepState.WAITING, lost ? Reasons.LOST : null, null);
  }

  /** A failed attempt that waits for the next one is over, whatever its job shows. */
  private static boolean counts(StepStatus before, Observed job) {
    int last = before.attempts() + (before.state() == StepState.RETRY_WAIT ? 1 : 0);
    return job.attempt() > before.spent() && job.attempt() >= last;
  }

  private static StepStatus ofJob(Step step, StepStatus before, Observed job, Instant now) {
    StepState state =
        switch (job.phase()) {
          case SUCCEEDED -> StepState.SUCCEEDED;
          case FAILED ->
              step.retry().allows(job.attempt() - before.spent())
                  ? StepState.RETRY_WAIT
                  : StepState.FAILED;
          default -> StepState.RUNNING;
        };
    boolean same = before.attempts() == job.attempt();
    Instant started = job.started() == null && same ? before.started() : job.started();
    Instant finished = null;
    if (job.phase().finished()) {
      finished = Objects.requireNonNullElse(job.finished(), now);
    }
    boolean limited = job.phase() == Observed.Phase.PENDING && step.pendingTimeout() != null;
    Instant due = limited ? Objects.requireNonNullElse(before.due(), now) : null;
    return new StepStatus(
        step.name(),
        state,
        job.attempt(),
        before.spent(),
        due,
        started == null && state == StepState.RUNNING ? now : started,
        finished,
        job.reason(),
        job.message());
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
