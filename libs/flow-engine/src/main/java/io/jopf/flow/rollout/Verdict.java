package io.jopf.flow.rollout;

import io.jopf.flow.FlowState;
import io.jopf.flow.Reasons;
import io.jopf.flow.StepState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the whole stands.
 *
 * @param state the word
 * @param over whether no job runs and none is to start
 * @param reason one word
 * @param message one line for people
 */
record Verdict(FlowState state, boolean over, String reason, String message) {
  private static final int NAMES = 5;

  static Verdict of(
      RolloutInput input, List<Member> members, NodeCounts counts, @Nullable Brake brake) {
    boolean running = members.stream().anyMatch(member -> member.is(StepState.RUNNING));
    RolloutControl control = input.control();
    String progress = progress(counts);
    if (control.deleting()) {
      return new Verdict(FlowState.TERMINATING, !running, Reasons.DELETING, "being deleted");
    }
    if (input.isOver() && brake != null && brake.reason().equals(Reasons.COMPLETED)) {
      FlowState state = input.remembered().state();
      boolean well = state == FlowState.SUCCEED;
      String reason = well ? Reasons.COMPLETED : Reasons.TOO_MANY_FAILED;
      return new Verdict(state, true, reason, ended(members, progress));
    }
    if (brake != null && brake.forGood()) {
      return new Verdict(
          FlowState.FAILED,
          !running,
          brake.reason(),
          brake.message() + (counts.desired() == 0 ? "" : "; " + progress));
    }
    if (counts.desired() == 0) {
      return new Verdict(FlowState.PENDING, false, Reasons.NO_MATCHING_NODE, nobody(members));
    }
    boolean over = !running && members.stream().allMatch(m -> m.status.finished() || m.isOut());
    if (over) {
      int failures = counts.failed();
      boolean well = failures <= input.policy().mayFail().count(counts.desired());
      return new Verdict(
          well ? FlowState.SUCCEED : FlowState.FAILED,
          true,
          well ? Reasons.COMPLETED : Reasons.TOO_MANY_FAILED,
          ended(members, progress));
    }
    if (brake != null) {
      boolean asked = brake.reason().equals(Reasons.PAUSED);
      String text = asked ? progress : brake.message() + "; " + progress;
      return new Verdict(FlowState.PAUSED, false, brake.reason(), text);
    }
    if (control.suspended()) {
      return new Verdict(FlowState.SUSPENDED, false, Reasons.SUSPENDED, progress);
    }
    boolean begun = members.stream().anyMatch(member -> member.status.begun());
    return begun
        ? new Verdict(FlowState.RUNNING, false, Reasons.PROGRESSING, progress)
        : new Verdict(FlowState.PENDING, false, Reasons.HELD, held(members, progress));
  }

  private static String progress(NodeCounts counts) {
    StringBuilder text = new StringBuilder();
    text.append(counts.progress()).append(counts.desired() == 1 ? " node" : " nodes");
    text.append(" succeeded");
    append(text, counts.active(), "running");
    append(text, counts.failed(), "failed");
    append(text, counts.gone(), "gone");
    return text.toString();
  }

  private static void append(StringBuilder text, int number, String what) {
    if (number > 0) {
      text.append(", ").append(number).append(' ').append(what);
    }
  }

  /** Which nodes failed, as far as they fit. */
  static String failures(List<Member> members) {
    List<String> names = members.stream().filter(Member::hasFailed).map(Member::name).toList();
    return "failed: " + listed(names);
  }

  private static String listed(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
    return names.size() > NAMES ? first + " and " + (names.size() - NAMES) + " more" : first;
  }

  private static String ended(List<Member> members, String progress) {
    return members.stream().anyMatch(Member::hasFailed)
        ? progress + "; " + failures(members)
        : progress;
  }

  private static String held(List<Member> members, String progress) {
    return members.stream()
        .filter(member -> member.is(StepState.WAITING) && member.status.step().message() != null)
        .findFirst()
        .map(member -> member.name() + ": " + member.status.step().message())
        .orElse(progress);
  }

  private static String nobody(List<Member> members) {
    Map<String, Integer> why = new TreeMap<>();
    for (Member member : members) {
      String reason = member.status.step().reason();
      if (member.isOut() && reason != null) {
        why.merge(reason, 1, Integer::sum);
      }
    }
    return why.isEmpty() ? "no node to run on" : "no node to run on; left out: " + why;
  }
}
