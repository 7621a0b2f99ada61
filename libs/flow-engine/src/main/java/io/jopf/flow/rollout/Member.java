package io.jopf.flow.rollout;

import io.jopf.flow.Observed;
import io.jopf.flow.Reasons;
import io.jopf.flow.Retry;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node that counts, as it is looked at. */
final class Member {
  final @Nullable Place place;
  final Observed job;
  NodeStatus status;

  Member(@Nullable Place place, Observed job, NodeStatus status) {
    this.place = place;
    this.job = job;
    this.status = status;
  }

  String name() {
    return status.name();
  }

  boolean is(StepState state) {
    return status.is(state);
  }

  /** Whether nothing is expected of it, because of where it is. */
  boolean isOut() {
    String reason = status.step().reason();
    return is(StepState.SKIPPED) && (reason == null || !Brake.REASONS.contains(reason));
  }

  /** Whether it is there and its failure counts. */
  boolean hasFailed() {
    return is(StepState.FAILED) && !status.gone();
  }

  /** Whether a job runs that is to be deleted. */
  boolean hasStrayJob() {
    boolean old = job.attempt() <= status.step().spent();
    return job.phase().unfinished() && (old || status.finished());
  }

  /** Whether its next job can be made now, as far as it concerns this node alone. */
  boolean canStart(Instant now) {
    boolean ready =
        is(StepState.WAITING)
            || (is(StepState.RETRY_WAIT) && !now.isBefore(Objects.requireNonNull(due())));
    return ready && job.phase() != Observed.Phase.HELD && !hasStrayJob();
  }

  /** When it is tried again; null unless it waits for that. */
  @Nullable Instant due() {
    return is(StepState.RETRY_WAIT) ? status.step().due() : null;
  }

  /** Takes in what its job shows. */
  void observe(Retry retry, Instant now) {
    StepStatus step = status.step();
    boolean older =
        job.attempt() > 0 && (job.attempt() <= step.spent() || job.attempt() < step.attempts());
    Observed.Phase phase = older ? Observed.Phase.NONE : job.phase();
    if (status.finished()) {
      return;
    }
    switch (phase) {
      case PENDING, ACTIVE -> seen(StepState.RUNNING, null, null);
      case SUCCEEDED -> seen(StepState.SUCCEEDED, null, end(now));
      case FAILED -> {
        int failures = job.attempt() - step.spent();
        Instant end = end(now);
        boolean again = retry.allows(failures);
        seen(
            again ? StepState.RETRY_WAIT : StepState.FAILED,
            again ? end.plus(retry.pause(failures)) : null,
            end);
      }
      case REFUSED -> seen(StepState.FAILED, null, now);
      case HELD -> {
        if (!is(StepState.RETRY_WAIT)) {
          status = status.idle(StepState.WAITING, job.reason(), job.message());
        }
      }
      case NONE -> {
        if (is(StepState.RUNNING)) {
          String text = "its job was deleted";
          status =
              retry.on().contains(Retry.Trouble.LOST)
                  ? status.idle(StepState.WAITING, Reasons.LOST, text)
                  : status.ended(StepState.FAILED, Reasons.LOST, text, now);
        }
      }
    }
  }

  private Instant end(Instant now) {
    return Objects.requireNonNullElse(job.finished(), now);
  }

  private void seen(StepState state, @Nullable Instant due, @Nullable Instant finished) {
    StepStatus step = status.step();
    status =
        status.with(
            new StepStatus(
                name(),
                state,
                Math.max(step.attempts(), job.attempt()),
                step.spent(),
                due,
                job.started(),
                finished,
                job.reason(),
                job.message()));
  }
}
