package io.jopf.jobflow.status;

import io.jopf.flow.rollout.NodeStatus;
import io.jopf.jobflow.api.NodeEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes as a status lists them. */
final class NodeEntries {

  private NodeEntries() {}

  /** What is remembered of a node; empty if that makes no sense. */
  static Optional<NodeStatus> memory(NodeEntry entry) {
    return Entries.memory(entry.step())
        .map(
            step ->
                new NodeStatus(
                    step,
                    entry.uid(),
                    Boolean.TRUE.equals(entry.forgiven()),
                    Boolean.TRUE.equals(entry.gone())));
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
                NodeEntry.of(
                    Entries.entry(
                        node.step(),
                        messages.of(node.step()),
                        brief ? null : jobs.getOrDefault(node.name(), known.get(node.name())),
                        null),
                    brief ? NodeList.shortened(node.uid()) : node.uid(),
                    node.forgiven(),
                    node.gone()))
        .toList();
  }
}
