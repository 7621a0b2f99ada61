package io.jopf.flow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Decides what a job per node does next: a flow of steps named after the nodes, none depending on
 * another.
 *
 * <p>Only the nodes given count. One that is gone blocks nothing, its failure counts no longer and
 * it is forgotten; should it come back while its job still exists, the job tells the outcome. A new
 * node gets its job, also after all others succeeded, but not after one failed.
 */
public final class NodeEngine {

  private NodeEngine() {}

  /**
   * Which nodes need a job now, and how the whole stands; the status lists the nodes by name.
   *
   * @param nodes names of the nodes that exist and are selected
   * @param remembered the status stored last, {@link FlowStatus#none()} at first
   * @param observed what each node's job shows; a missing entry means there is no job
   * @param deleting whether the whole is being deleted: nothing starts any more
   * @param now used where a fact carries no time of its own
   */
  public static Decision decide(
      Collection<String> nodes,
      FlowStatus remembered,
      Map<String, Observed> observed,
      boolean deleting,
      Instant now) {
    if (nodes.isEmpty()) {
      return new Decision(List.of(), List.of(), null, nothing(remembered, deleting));
    }
    List<Step> steps = nodes.stream().sorted().distinct().map(Step::of).toList();
    Control control = Control.none().deleting(deleting);
    return FlowEngine.decide(new FlowInput(Plan.of(steps), remembered, observed, control, now));
  }

  private static FlowStatus nothing(FlowStatus remembered, boolean deleting) {
    return FlowStatus.of(
        deleting ? FlowState.TERMINATING : FlowState.PENDING,
        remembered.started(),
        List.of(),
        deleting ? Reasons.DELETING : Reasons.NO_MATCHING_NODE,
        deleting ? "being deleted" : "no node to run on");
  }
}
