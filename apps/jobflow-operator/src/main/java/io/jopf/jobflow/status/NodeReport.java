package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.jopf.flow.FlowState;
import io.jopf.flow.StepState;
import io.jopf.flow.rollout.NodeCounts;
import io.jopf.flow.rollout.NodeStatus;
import io.jopf.flow.rollout.RolloutStatus;
import io.jopf.jobflow.api.DaemonJobStatus;
import io.jopf.jobflow.api.NodeEntry;
import io.jopf.jobflow.job.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a DaemonJob stands.
 *
 * @param rollout what the engine said, or remembers
 * @param state as shown; empty before the first look
 * @param entries the nodes
 * @param jobs status of each job that exists, by {@code <job>/<namespace>}
 * @param conditions see {@link NodeConditions}
 * @param generation that of the spec the rest speaks of; null before the first look
 * @param wishes which wishes were taken up
 */
public record NodeReport(
    RolloutStatus rollout,
    String state,
    List<NodeEntry> entries,
    Map<String, JobStatus> jobs,
    List<Condition> conditions,
    @Nullable Long generation,
    Wished wishes) {
  /** With more nodes than this, the status tells of each only what has to be remembered. */
  private static final int MANY = 2000;

  /**
   * Wishes that were taken up, null for none.
   *
   * @param retried the last one to run failed nodes again
   * @param resumed the last one to go on after a pause
   */
  public record Wished(@Nullable String retried, @Nullable String resumed) {}

  /** What is stored. */
  public static NodeReport of(@Nullable DaemonJobStatus given) {
    DaemonJobStatus stored = Objects.requireNonNullElseGet(given, DaemonJobStatus::none);
    List<NodeEntry> entries = Objects.requireNonNullElse(stored.nodes(), List.of());
    List<NodeStatus> nodes = new ArrayList<>(NodeList.unpack(stored.succeededNodes()));
    entries.forEach(entry -> NodeEntries.memory(entry).ifPresent(nodes::add));
    String state = Objects.requireNonNullElse(stored.state(), "");
    RolloutStatus rollout =
        new RolloutStatus(
            FlowState.fromText(state),
            Timestamp.read(stored.startTime()),
            Timestamp.read(stored.completionTime()),
            Timestamp.read(stored.haltTime()),
            Timestamp.read(stored.stopTime()),
            Duration.ofSeconds(Objects.requireNonNullElse(stored.stoppedSeconds(), 0L)),
            Boolean.TRUE.equals(stored.late()),
            nodes,
            NodeCounts.none(),
            "",
            Objects.requireNonNullElse(stored.message(), ""));
    return new NodeReport(
        rollout,
        state,
        entries,
        Map.of(),
        Objects.requireNonNullElse(stored.conditions(), List.of()),
        null,
        new Wished(stored.retried(), stored.resumed()));
  }

  /**
   * How it stands after a decision.
   *
   * @param byNode the last Job of each node
   * @param all every Job there is
   * @param unknown names in the spec that no node has
   * @param unlabelled why nodes have no labels; empty if they have, null if that is not known
   */
  public NodeReport next(
      ObjectMeta object,
      RolloutStatus decided,
      Map<String, Job> byNode,
      Collection<Job> all,
      List<String> unknown,
      Wished taken,
      @Nullable String unlabelled,
      Instant now) {
    Map<String, String> names = new HashMap<>();
    byNode.forEach((node, job) -> names.put(node, job.getMetadata().getName()));
    boolean brief = decided.nodes().size() > MANY;
    boolean compacted = all.size() > Report.MANY || brief;
    return new NodeReport(
        decided,
        decided.state().text(),
        NodeEntries.of(listed(decided.nodes()), names, entries, brief),
        brief ? Map.of() : Report.statuses(all),
        new NodeConditions(conditions, object.getGeneration(), now)
            .of(decided, unknown, unlabelled, compacted),
        object.getGeneration(),
        taken);
  }

  private static List<NodeStatus> listed(List<NodeStatus> nodes) {
    return nodes.size() <= MANY ? nodes : nodes.stream().filter(n -> !isPacked(n)).toList();
  }

  private static boolean isPacked(NodeStatus node) {
    return node.state() == StepState.SUCCEEDED && !node.gone();
  }

  private @Nullable String packed() {
    return rollout.nodes().size() <= MANY
        ? null
        : NodeList.pack(rollout.nodes().stream().filter(NodeReport::isPacked).toList());
  }

  /** Whether the end of it is what is stored already. */
  public boolean endStoredIn(NodeReport before) {
    return rollout.completed() != null
        && rollout.completed().equals(before.rollout.completed())
        && state.equals(before.state);
  }

  /** The status to be stored. */
  public DaemonJobStatus status() {
    NodeCounts counts = rollout.counts();
    long still = rollout.stoppedFor().toSeconds();
    List<String> failed =
        rollout.nodes().stream()
            .filter(node -> node.state() == StepState.FAILED && !node.gone())
            .map(NodeStatus::name)
            .limit(Entries.FAILED)
            .toList();
    return new DaemonJobStatus(
        state,
        counts.progress(),
        rollout.message(),
        counts.desired(),
        counts.active(),
        counts.succeeded(),
        counts.failed(),
        counts.pending(),
        counts.skipped(),
        counts.gone(),
        failed.isEmpty() ? null : failed,
        Times.text(rollout.started()),
        Times.text(rollout.completed()),
        Times.text(rollout.halted()),
        Times.text(rollout.stopped()),
        still == 0 ? null : still,
        rollout.late() ? true : null,
        wishes.retried(),
        wishes.resumed(),
        generation,
        entries,
        packed(),
        jobs,
        conditions);
  }
}
