package io.jopf.jobflow.status;

import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.flow.rollout.NodeStatus;
import io.jopf.jobflow.api.NodeEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nodes as a status lists them. */
final class NodeEntries {

  private NodeEntries() {}

  /** What is remembered of a node; empty if that makes no sense. */
  static Optional<NodeStatus> memory(NodeEntry entry) {
    return StepState.fromText(entry.state())
        .map(
            state ->
                new NodeStatus(
                    new StepStatus(
                        entry.name(),
                        state,
                        attempts(entry, state),
                        Objects.requireNonNullElse(entry.spentAttempts(), 0),
                        Times.read(entry.dueTime()),
                        Times.read(entry.startTime()),
                        Times.read(entry.finishTime()),
                        entry.reason(),
                        entry.message()),
                    entry.uid(),
                    Boolean.TRUE.equals(entry.forgiven()),
                    Boolean.TRUE.equals(entry.gone())));
  }

  /** Older statuses do not say it. */
  private static int attempts(NodeEntry entry, StepState state) {
    if (entry.attempts() != null) {
      return entry.attempts();
    }
    boolean made = entry.job() != null && (state.finished() || state == StepState.RUNNING);
    return made ? 1 : 0;
  }

  /**
   * The entries of nodes. One whose Job is gone keeps the Job's name.
   *
   * @param jobs names of the Jobs there are, by node
   * @param brief whether there are too many to tell all: Jobs and most messages are left out then,
   *     and of each UID there is only the beginning
   */
  static List<NodeEntry> of(
      List<NodeStatus> nodes, Map<String, String> jobs, List<NodeEntry> before, boolean brief) {
    Map<String, String> known = new HashMap<>();
    before.stream().filter(e -> e.job() != null).forEach(e -> known.put(e.name(), e.job()));
    Entries.Messages messages = new Entries.Messages(brief);
    return nodes.stream()
        .map(
            node ->
                entry(
                    node,
                    brief ? NodeList.shortened(node.uid()) : node.uid(),
                    brief ? null : jobs.getOrDefault(node.name(), known.get(node.name())),
                    messages.of(node.step())))
        .toList();
  }

  private static NodeEntry entry(
      NodeStatus node, @Nullable String uid, @Nullable String job, @Nullable String message) {
    StepStatus step = node.step();
    return new NodeEntry(
        node.name(),
        uid,
        step.state().text(),
        job,
        step.attempts() == 0 ? null : step.attempts(),
        step.spent() == 0 ? null : step.spent(),
        Times.text(step.due()),
        Times.text(step.started()),
        Times.text(step.finished()),
        step.reason(),
        message,
        node.forgiven() ? true : null,
        node.gone() ? true : null);
  }
}
