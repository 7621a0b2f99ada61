package io.jopf.flow.rollout;

import io.jopf.flow.Observed;
import io.jopf.flow.Reasons;
import io.jopf.flow.Start;
import io.jopf.flow.StepState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says whose turn it is: jobs that were lost first, then further attempts, then other nodes. */
final class Turns {
  private final List<Member> members;
  private final RolloutPolicy policy;
  private final Instant now;
  private final List<Start> starts = new ArrayList<>();
  private @Nullable Instant again;

  Turns(List<Member> members, RolloutPolicy policy, Instant now) {
    this.members = members;
    this.policy = policy;
    this.now = now;
  }

  List<Start> starts() {
    return starts;
  }

  /** When a pause is over; null if none is being waited for. */
  @Nullable Instant again() {
    return again;
  }

  void give() {
    int total = (int) members.stream().filter(m -> !m.isOut() && !m.status.gone()).count();
    long running = members.stream().filter(member -> member.is(StepState.RUNNING)).count();
    long room = policy.concurrent().atLeastOne(total) - running;
    for (Member member : members) {
      Instant due = member.due();
      if (due != null && now.isBefore(due)) {
        earliest(due);
      }
    }
    List<Member> ready = new ArrayList<>();
    members.stream().filter(member -> member.canStart(now)).forEach(ready::add);
    Zoning zoning = new Zoning(members, policy.zones());
    ready.sort(
        Comparator.comparing(Turns::urgency)
            .thenComparing(zoning::rank)
            .thenComparing(Member::name));
    long canaries = canaryRoom(total);
    boolean open = isBatchOpen();
    for (Member member : ready) {
      boolean fresh = !member.status.inFlight();
      String wait = null;
      if (room <= 0) {
        wait = Reasons.WAITING_FOR_SLOT;
      } else if (fresh && !open) {
        wait = Reasons.WAITING_FOR_BATCH;
      } else if (fresh && !zoning.isOpen(member)) {
        wait = Reasons.WAITING_FOR_ZONE;
      } else if (fresh && canaries <= 0) {
        wait = Reasons.WAITING_FOR_CANARY;
      }
      if (wait == null) {
        starts.add(new Start(member.name(), member.status.nextAttempt()));
        room--;
        canaries -= fresh ? 1 : 0;
      }
      if (member.is(StepState.WAITING) && !member.status.lost()) {
        String reason = wait == null ? Reasons.READY : wait;
        member.status = member.status.idle(StepState.WAITING, reason, text(reason));
      }
    }
  }

  private static int urgency(Member member) {
    return member.status.lost() ? 0 : member.is(StepState.RETRY_WAIT) ? 1 : 2;
  }

  private static String text(String reason) {
    return switch (reason) {
      case Reasons.WAITING_FOR_SLOT -> "as many nodes run it as may";
      case Reasons.WAITING_FOR_BATCH -> "the nodes before it, and the pause after them, come first";
      case Reasons.WAITING_FOR_ZONE -> "the nodes of the zones before it come first";
      case Reasons.WAITING_FOR_CANARY -> "the first nodes have to succeed";
      default -> "can start";
    };
  }

  /** How many may begin while not enough have succeeded. */
  private long canaryRoom(int total) {
    Share canary = policy.canary();
    if (!isInCanary(members, canary, total)) {
      return Long.MAX_VALUE;
    }
    long begun = members.stream().filter(member -> member.status.inFlight()).count();
    return canaries(canary, total) - succeeded(members) - begun;
  }

  static boolean isInCanary(List<Member> members, Share canary, int total) {
    return canary.amount() > 0 && succeeded(members) < canaries(canary, total);
  }

  private static int canaries(Share canary, int total) {
    return Math.min(total, canary.atLeastOne(total));
  }

  private static long succeeded(List<Member> members) {
    return members.stream().filter(member -> member.is(StepState.SUCCEEDED)).count();
  }

  /** Whether nothing of a batch is left, and the pause after it is over. */
  private boolean isBatchOpen() {
    if (policy.batchDelay().isZero()) {
      return true;
    }
    if (members.stream().anyMatch(member -> member.status.inFlight())) {
      return false;
    }
    Instant last =
        members.stream()
            .filter(member -> member.status.begun() && member.status.finished())
            .map(member -> member.status.step().finished())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    Instant next = last == null ? now : last.plus(policy.batchDelay());
    if (now.isBefore(next)) {
      if (members.stream().anyMatch(m -> m.is(StepState.WAITING) && !isHeld(m))) {
        earliest(next);
      }
      return false;
    }
    return true;
  }

  private static boolean isHeld(Member member) {
    return member.job.phase() == Observed.Phase.HELD;
  }

  private void earliest(Instant time) {
    again = again == null || time.isBefore(again) ? time : again;
  }
}
