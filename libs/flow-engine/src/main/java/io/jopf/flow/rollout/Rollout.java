package io.jopf.flow.rollout;

import io.jopf.flow.FlowState;
import io.jopf.flow.Reasons;
import io.jopf.flow.StepState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides on which nodes a job starts now, and how the whole stands. */
public final class Rollout {
  private final RolloutInput input;
  private final List<Member> members;
  private final Clock clock;

  private Rollout(RolloutInput input) {
    this.input = input;
    this.members = Roster.of(input);
    this.clock = new Clock(input);
  }

  /** The decision; nothing is kept from one call to the next but what the caller remembers. */
  public static RolloutDecision decide(RolloutInput input) {
    return new Rollout(input).decide();
  }

  private RolloutDecision decide() {
    Instant started = started();
    Instant halted = halted();
    boolean pausedByFailures = halted != null && input.policy().onFailure() == OnFailure.PAUSE;
    RolloutControl control = input.control();
    if (!input.isOver()) {
      boolean held =
          control.suspended()
              || control.paused()
              || control.closedUntil() != null
              || pausedByFailures;
      clock.stand(held && started != null);
    }
    Instant end = clock.end(started);
    boolean late = isLate(end);
    if (late && !control.deleting()) {
      members.stream().filter(m -> m.is(StepState.RUNNING)).forEach(this::stopped);
    }
    String failures = Verdict.failures(members);
    Brake brake = Brake.of(input, input.isOver(), late, halted, failures);
    Turns turns = new Turns(members, input.policy(), input.now());
    if (brake == null) {
      turns.give();
    } else {
      members.forEach(member -> brake.hold(member, input.now()));
    }
    NodeCounts counts = NodeCounts.of(members);
    Verdict verdict = Verdict.of(input, members, counts, brake);
    Instant completed = verdict.over() ? completed() : null;
    return new RolloutDecision(
        turns.starts(),
        members.stream().filter(Member::hasStrayJob).map(Member::name).toList(),
        verdict.over() ? null : earliest(earliest(turns.again(), end), control.closedUntil()),
        new RolloutStatus(
            verdict.state(),
            started,
            verdict.state() == FlowState.TERMINATING ? null : completed,
            halted,
            clock.stopped(),
            clock.stoppedFor(),
            late,
            members.stream().map(member -> member.status).toList(),
            counts,
            verdict.reason(),
            verdict.message()));
  }

  private boolean isAnew() {
    return input.control().retry() && input.remembered().completed() != null;
  }

  private @Nullable Instant started() {
    Instant known = isAnew() ? null : input.remembered().started();
    if (known != null) {
      return known;
    }
    Stream<NodeStatus> counted =
        members.stream().map(member -> member.status).filter(node -> !isAnew() || node.inFlight());
    return counted
        .map(node -> node.step().started() != null ? node.step().started() : finished(node))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(isAnew() ? input.now() : null);
  }

  private static @Nullable Instant finished(NodeStatus node) {
    return node.step().finished();
  }

  private boolean isLate(@Nullable Instant end) {
    if (input.remembered().late() && !input.control().retry()) {
      return true;
    }
    return end != null
        && !input.isOver()
        && !input.now().isBefore(end)
        && members.stream().anyMatch(m -> !m.status.finished() && !m.isOut());
  }

  private void stopped(Member member) {
    member.status =
        member.status.ended(
            StepState.CANCELLED, Reasons.DEADLINE_EXCEEDED, "its time was up", input.now());
  }

  /** Since when too many have failed. That stays, whatever nodes leave, until somebody says so. */
  private @Nullable Instant halted() {
    if (input.isOver()) {
      return input.remembered().halted();
    }
    RolloutPolicy policy = input.policy();
    RolloutControl control = input.control();
    if (policy.onFailure() == OnFailure.CONTINUE) {
      return null;
    }
    Instant before = input.remembered().halted();
    boolean said = control.resume() || control.retry();
    if (before != null && !said) {
      return before;
    }
    List<Member> failed =
        members.stream().filter(m -> m.hasFailed() && !m.status.forgiven()).toList();
    int total = (int) members.stream().filter(m -> !m.isOut() && !m.status.gone()).count();
    boolean early = Turns.isInCanary(members, policy.canary(), total);
    int may = early ? 0 : policy.mayFail().count(total);
    return failed.size() <= may
        ? null
        : failed.stream()
            .map(member -> member.status.step().finished())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(input.now());
  }

  /** Facts first: the same time results after a restart, whatever the clock says. */
  private Instant completed() {
    Instant before = input.remembered().completed();
    if (input.isOver() && before != null) {
      return before;
    }
    return members.stream()
        .map(member -> member.status.step().finished())
        .filter(Objects::nonNull)
        .filter(finished -> before == null || finished.isAfter(before))
        .max(Comparator.naturalOrder())
        .orElseGet(() -> Objects.requireNonNullElse(before, input.now()));
  }

  private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
