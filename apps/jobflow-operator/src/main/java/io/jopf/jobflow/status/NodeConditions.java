package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.jopf.conditions.Conditions;
import io.jopf.flow.FlowState;
import io.jopf.flow.Reasons;
import io.jopf.flow.rollout.RolloutStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a DaemonJob. {@code Complete} and {@code Failed} are always there; the others
 * once they have something to tell. {@code Reconciling} and {@code Stalled} are what tools look at
 * that know nothing of DaemonJobs: a pause that only a person ends is a stall.
 */
final class NodeConditions {
  /** Names in the spec that no node has. */
  static final String UNKNOWN = "UnknownNodes";

  /** Whether the nodes where it succeeded have the labels that they should. */
  static final String LABELLED = "NodesLabelled";

  private final List<Condition> before;
  private final @Nullable Long generation;
  private final Instant now;

  NodeConditions(List<Condition> before, @Nullable Long generation, Instant now) {
    this.before = before;
    this.generation = generation;
    this.now = now;
  }

  List<Condition> of(
      RolloutStatus rollout, List<String> unknown, @Nullable String unlabelled, boolean compacted) {
    FlowState state = rollout.state();
    boolean ended = rollout.completed() != null && state != FlowState.TERMINATING;
    boolean complete = ended && state == FlowState.SUCCEED;
    boolean failed = ended && state == FlowState.FAILED;
    boolean paused = state == FlowState.PAUSED;
    boolean stuck = paused && rollout.halted() != null;
    boolean running = rollout.counts().active() > 0 && state != FlowState.TERMINATING;
    boolean working = !ended && !stuck && state != FlowState.TERMINATING;
    boolean refused = Reasons.INVALID_PLAN.equals(rollout.reason());
    boolean suspended = state == FlowState.SUSPENDED;
    String why = rollout.message();
    Told told = new Told(Conditions.of(before, now).observing(generation), rollout.reason());
    told.always("Complete", complete, complete ? why : "");
    told.always("Failed", failed, failed ? why : "");
    told.when("Accepted", !refused, refused, refused ? why : "");
    told.when("Running", running, running, "");
    told.when("Paused", paused, paused, paused ? why : "");
    told.when("Suspended", suspended, suspended, "");
    told.when("Reconciling", working, working, "");
    told.when("Stalled", failed || stuck, failed || stuck, failed || stuck ? why : "");
    told.when("StatusCompacted", compacted, compacted, "");
    told.when(UNKNOWN, !unknown.isEmpty(), !unknown.isEmpty(), listed(unknown));
    if (unlabelled != null) {
      boolean done = unlabelled.isEmpty();
      told.because(LABELLED, done, done ? "Labelled" : "Refused", unlabelled);
    }
    return told.list();
  }

  private static String listed(List<String> unknown) {
    String all = "no node is named " + String.join(", ", unknown);
    return unknown.isEmpty() ? "" : Objects.requireNonNullElse(Entries.shortened(all), all);
  }
}
