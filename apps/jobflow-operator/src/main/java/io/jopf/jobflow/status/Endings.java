package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.jopf.conditions.Conditions;
import io.jopf.flow.Ending;
import io.jopf.flow.FlowState;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Reasons;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions. {@code Complete} and {@code Failed} are always there; the others once they have
 * something to tell. {@code Reconciling} and {@code Stalled} are what tools look at that know
 * nothing of flows.
 */
final class Endings {

  private Endings() {}

  /**
   * Failed becomes true when the last job has ended, later than the state, so that who waits for it
   * finds nothing running. A flow that was cancelled has failed for those who wait.
   */
  static List<Condition> of(
      List<Condition> before,
      FlowStatus flow,
      boolean compacted,
      @Nullable Long generation,
      Instant now) {
    boolean ended = flow.completed() != null && flow.state() != FlowState.TERMINATING;
    boolean complete = ended && flow.state() == FlowState.SUCCEED;
    boolean failed =
        ended && (flow.state() == FlowState.FAILED || flow.state() == FlowState.CANCELLED);
    boolean running = flow.started() != null && !ended && flow.state() != FlowState.TERMINATING;
    String why = flow.message();
    boolean refused = Reasons.INVALID_PLAN.equals(flow.reason());
    Told told = new Told(Conditions.of(before, now).observing(generation), flow.reason());
    told.always("Complete", complete, complete ? why : "");
    told.always("Failed", failed, failed ? why : "");
    told.when("Accepted", !refused, refused, refused ? why : "");
    told.when("Running", running, running, "");
    told.when("Reconciling", running, running, "");
    told.when("Stalled", failed, failed, failed ? why : "");
    boolean suspended = flow.suspendedAt() != null;
    told.when("Suspended", suspended, suspended, "");
    boolean cancelled = flow.ending() != Ending.NONE;
    told.when("Ending", cancelled, cancelled, cancelled ? flow.ending().text() : "");
    Boolean last = flow.finallyDone();
    told.when("FinallyComplete", Boolean.TRUE.equals(last), last != null, "");
    told.when("StatusCompacted", compacted, compacted, "");
    return told.list();
  }
}
