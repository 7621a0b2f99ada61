package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.EventRecorder;
import io.jopf.flow.FlowState;
import io.jopf.flow.Reasons;
import io.jopf.flow.StepStatus;
import io.jopf.flow.rollout.NodeStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a DaemonJob between what is stored and what is so now: each once, because then
 * it is stored.
 */
public final class NodeHappenings {
  /** Reasons for waiting that need nobody's attention. */
  private static final Set<String> ORDINARY =
      Set.of(
          "",
          Reasons.READY,
          Reasons.LOST,
          Reasons.PAUSED,
          Reasons.TOO_MANY_FAILED,
          Reasons.WAITING_FOR_SLOT,
          Reasons.WAITING_FOR_BATCH,
          Reasons.WAITING_FOR_ZONE,
          Reasons.OUTSIDE_WINDOW,
          Reasons.WAITING_FOR_CANARY);

  /** One event. */
  record Happening(boolean warning, String reason, String message) {}

  private final List<Happening> all = new ArrayList<>();

  private NodeHappenings() {}

  /** What is new. */
  public static NodeHappenings between(NodeReport before, NodeReport after, List<Job> created) {
    NodeHappenings found = new NodeHappenings();
    for (Job job : created) {
      found.add(false, "Created", "created Job " + job.getMetadata().getName());
    }
    Map<String, NodeStatus> known = new HashMap<>();
    before.rollout().nodes().forEach(node -> known.put(node.name(), node));
    for (NodeStatus node : after.rollout().nodes()) {
      found.node(known.get(node.name()), node);
    }
    String unknown = message(after, NodeConditions.UNKNOWN);
    if (!unknown.isEmpty() && !unknown.equals(message(before, NodeConditions.UNKNOWN))) {
      found.add(true, NodeConditions.UNKNOWN, unknown);
    }
    String unlabelled = message(after, NodeConditions.LABELLED);
    if (!unlabelled.isEmpty() && !unlabelled.equals(message(before, NodeConditions.LABELLED))) {
      found.add(true, "NodesNotLabelled", unlabelled);
    }
    if (!before.state().equals(after.state())) {
      found.state(before.state(), after);
    }
    return found;
  }

  /** Records them. */
  public void tell(EventRecorder events) {
    for (Happening one : all) {
      if (one.warning) {
        events.warning(one.reason, one.message);
      } else {
        events.normal(one.reason, one.message);
      }
    }
  }

  List<Happening> all() {
    return List.copyOf(all);
  }

  private static String message(NodeReport report, String condition) {
    return report.conditions().stream()
        .filter(one -> condition.equals(one.getType()))
        .map(Condition::getMessage)
        .findFirst()
        .orElse("");
  }

  private void node(@Nullable NodeStatus before, NodeStatus now) {
    StepStatus step = now.step();
    String reason = Objects.requireNonNullElse(step.reason(), "");
    boolean same =
        before != null
            && before.state() == now.state()
            && reason.equals(Objects.requireNonNullElse(before.step().reason(), ""));
    if (same) {
      return;
    }
    String text = now.name() + ": " + Objects.requireNonNullElse(step.message(), reason);
    switch (now.state()) {
      case FAILED, RETRY_WAIT -> add(true, reason.isEmpty() ? "Failed" : reason, text);
      case CANCELLED -> add(!Reasons.NODE_GONE.equals(reason), reason, text);
      case WAITING -> {
        if (!ORDINARY.contains(reason)) {
          add(true, reason, text);
        }
      }
      default -> {}
    }
  }

  private void state(String before, NodeReport after) {
    FlowState state = after.rollout().state();
    String message = after.rollout().message();
    switch (state) {
      case SUCCEED, SUSPENDED -> add(false, state.text(), message);
      case FAILED -> add(true, state.text(), message);
      case PAUSED -> add(after.rollout().halted() != null, state.text(), message);
      case RUNNING -> {
        if (before.equals(FlowState.PAUSED.text()) || before.equals(FlowState.SUSPENDED.text())) {
          add(false, "Resumed", message);
        }
      }
      default -> {}
    }
  }

  private void add(boolean warning, String reason, String message) {
    all.add(new Happening(warning, reason, message));
  }
}
