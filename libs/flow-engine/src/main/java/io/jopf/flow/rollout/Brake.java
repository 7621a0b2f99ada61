package io.jopf.flow.rollout;

import io.jopf.flow.Reasons;
import io.jopf.flow.StepState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing new starts.
 *
 * @param reason one word
 * @param message for people
 * @param forGood whether nodes that have not begun never will, unless somebody asks for it
 */
record Brake(String reason, String message, boolean forGood) {

  /** Those for which nodes do not get their turn; for any other reason they are left out. */
  static final Set<String> REASONS =
      Set.of(
          Reasons.DELETING,
          Reasons.INVALID_PLAN,
          Reasons.DEADLINE_EXCEEDED,
          Reasons.TOO_MANY_FAILED,
          Reasons.COMPLETED);

  /** What holds the rollout; null for nothing. The first that applies. */
  static @Nullable Brake of(
      RolloutInput input, boolean over, boolean late, @Nullable Instant halted, String failures) {
    RolloutControl control = input.control();
    if (control.deleting()) {
      return new Brake(Reasons.DELETING, "being deleted", true);
    }
    if (!control.problems().isEmpty()) {
      return new Brake(Reasons.INVALID_PLAN, String.join("; ", control.problems()), true);
    }
    if (late) {
      return new Brake(Reasons.DEADLINE_EXCEEDED, "its time was up", true);
    }
    boolean done = over && input.policy().onFailure() == OnFailure.PAUSE;
    if (halted != null && !done) {
      boolean fails = input.policy().onFailure() != OnFailure.PAUSE;
      return new Brake(Reasons.TOO_MANY_FAILED, failures, fails);
    }
    if (over) {
      return new Brake(Reasons.COMPLETED, "all was done before", true);
    }
    if (control.paused()) {
      return new Brake(Reasons.PAUSED, "paused", false);
    }
    return control.closedUntil() == null
        ? null
        : new Brake(
            Reasons.OUTSIDE_WINDOW,
            "nothing begins before the next maintenance window, " + control.closedUntil(),
            false);
  }

  /** Holds a node; a last failure counts where no other attempt follows. */
  void hold(Member member, Instant now) {
    NodeStatus status = member.status;
    if (!forGood) {
      if (status.is(StepState.WAITING)) {
        member.status = status.idle(StepState.WAITING, reason, message);
      }
    } else if (status.is(StepState.RETRY_WAIT)) {
      Instant end = status.step().finished();
      String why = status.step().reason();
      member.status =
          status.ended(
              StepState.FAILED,
              why == null ? reason : why,
              status.step().message(),
              end == null ? now : end);
    } else if (status.lost()) {
      member.status = status.ended(StepState.CANCELLED, reason, message, now);
    } else if (status.is(StepState.WAITING)) {
      member.status = status.idle(StepState.SKIPPED, reason, message);
    }
  }
}
