package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.jopf.conditions.Conditions;
import io.jopf.flow.Ending;
import io.jopf.flow.FlowState;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Reasons;
import io.jopf.jobflow.node.PlacementRisk;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The conditions. {@code Complete} and {@code Failed} are always there; the others once they have
 * something to tell. {@code Reconciling} and {@code Stalled} are what tools look at that know
 * nothing of flows.
 */
final class Endings {

  /** Pods may never run where the flow wants them. */
  static final String AT_RISK = "PlacementAtRisk";

  private Endings() {}

  private static String text(List<PlacementRisk> risks) {
    String all = String.join("; ", risks.stream().map(PlacementRisk::message).toList());
    return Objects.requireNonNullElse(Entries.shortened(all), all);
  }

  /**
   * Failed becomes true when the last job has ended, later than the state, so that who waits for it
   * finds nothing running. A flow that was cancelled has failed for those who wait.
   */
  static List<Condition> of(
      List<Condition> before,
      FlowStatus flow,
      @Nullable List<PlacementRisk> risks,
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
    if (risks != null && !risks.isEmpty()) {
      told.because(AT_RISK, true, risks.get(0).reason(), text(risks));
    } else if (risks != null && told.has(AT_RISK)) {
      told.because(AT_RISK, false, "Placeable", "");
    }
    return told.list();
  }
}
