package io.jopf.flow.rollout;

import io.jopf.flow.StepState;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many nodes stand where. Those that left the cluster are in {@code gone} alone.
 *
 * @param desired nodes that have run the job, run it or are to run it
 * @param active nodes where it runs
 * @param succeeded nodes where it succeeded
 * @param failed nodes where it failed or was stopped
 * @param pending nodes that wait for their turn or for another attempt
 * @param skipped nodes that are left out, or that do not get their turn any more
 * @param gone nodes that left after their job had begun
 */
public record NodeCounts(
    int desired, int active, int succeeded, int failed, int pending, int skipped, int gone) {

  /** No nodes. */
  public static NodeCounts none() {
    return new NodeCounts(0, 0, 0, 0, 0, 0, 0);
  }

  static NodeCounts of(Collection<Member> members) {
    Map<StepState, Integer> in = new EnumMap<>(StepState.class);
    int gone = 0;
    int out = 0;
    for (Member member : members) {
      if (member.status.gone()) {
        gone++;
      } else {
        in.merge(member.status.state(), 1, Integer::sum);
        out += member.isOut() ? 1 : 0;
      }
    }
    return new NodeCounts(
        members.size() - gone - out,
        in.getOrDefault(StepState.RUNNING, 0),
        in.getOrDefault(StepState.SUCCEEDED, 0),
        in.getOrDefault(StepState.FAILED, 0) + in.getOrDefault(StepState.CANCELLED, 0),
        in.getOrDefault(StepState.WAITING, 0) + in.getOrDefault(StepState.RETRY_WAIT, 0),
        in.getOrDefault(StepState.SKIPPED, 0),
        gone);
  }

  /** Succeeded out of all, as in {@code 3/5}. */
  public String progress() {
    return succeeded + "/" + desired;
  }
}
