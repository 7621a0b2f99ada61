package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.jopf.conditions.Conditions;
import io.jopf.flow.FlowState;
import io.jopf.flow.FlowStatus;
import io.jopf.jobflow.api.DaemonJobStatus;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.StepEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a JobFlow or a DaemonJob stands.
 *
 * @param flow what the engine said, or remembers
 * @param state as shown; empty before the first look
 * @param entries the steps or nodes
 * @param jobs status of each job that exists, by {@code <job>/<namespace>}
 * @param conditions Complete and Failed
 * @param generation that of the spec the rest speaks of; null before the first look
 */
public record Report(
    FlowStatus flow,
    String state,
    List<StepEntry> entries,
    Map<String, JobStatus> jobs,
    List<Condition> conditions,
    @Nullable Long generation) {

  /** What is stored of a flow. */
  public static Report of(@Nullable JobFlowStatus stored) {
    return stored == null
        ? stored(null, null, null, null, null)
        : stored(
            stored.state(),
            stored.startTime(),
            stored.completionTime(),
            stored.steps(),
            stored.conditions());
  }

  /** What is stored of a DaemonJob. */
  public static Report of(@Nullable DaemonJobStatus stored) {
    return stored == null
        ? stored(null, null, null, null, null)
        : stored(
            stored.state(),
            stored.startTime(),
            stored.completionTime(),
            stored.nodes(),
            stored.conditions());
  }

  private static Report stored(
      @Nullable String state,
      @Nullable String started,
      @Nullable String completed,
      @Nullable List<StepEntry> entries,
      @Nullable List<Condition> conditions) {
    return new Report(
        Entries.memory(started, completed, entries),
        Objects.requireNonNullElse(state, ""),
        Objects.requireNonNullElse(entries, List.of()),
        Map.of(),
        Objects.requireNonNullElse(conditions, List.of()),
        null);
  }

  /** How it stands after a decision. */
  public Report next(ObjectMeta object, FlowStatus decided, Map<String, Job> byStep, Instant now) {
    Map<String, JobStatus> statuses = new TreeMap<>();
    for (Job job : byStep.values()) {
      String key = job.getMetadata().getName() + "/" + job.getMetadata().getNamespace();
      statuses.put(key, Objects.requireNonNullElseGet(job.getStatus(), JobStatus::new));
    }
    return new Report(
        decided,
        decided.state().text(),
        Entries.of(decided, byStep, entries),
        statuses,
        endings(decided, object.getGeneration(), now),
        object.getGeneration());
  }

  /**
   * {@code Complete} and {@code Failed}. Failed becomes true when the last job has ended, later
   * than the state, so that who waits for it finds nothing running.
   */
  private List<Condition> endings(FlowStatus decided, @Nullable Long generation, Instant now) {
    boolean ended = decided.completed() != null;
    boolean complete = ended && decided.state() == FlowState.SUCCEED;
    boolean failed = ended && decided.state() == FlowState.FAILED;
    return Conditions.of(conditions, now)
        .observing(generation)
        .set("Complete", complete, decided.reason(), complete ? decided.message() : "")
        .set("Failed", failed, decided.reason(), failed ? decided.message() : "")
        .list();
  }

  /** The status of a flow. */
  public JobFlowStatus ofFlow() {
    return new JobFlowStatus(
        state,
        flow.counts().progress(),
        flow.message(),
        Times.text(flow.started()),
        Times.text(flow.completed()),
        generation,
        entries,
        jobs,
        conditions);
  }

  /** The status of a DaemonJob. */
  public DaemonJobStatus ofDaemonJob() {
    return new DaemonJobStatus(
        state,
        flow.counts().progress(),
        flow.message(),
        Times.text(flow.started()),
        Times.text(flow.completed()),
        generation,
        entries,
        jobs,
        conditions);
  }
}
