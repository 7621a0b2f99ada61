package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.jopf.flow.Ending;
import io.jopf.flow.FlowState;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Observed;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.PastRun;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.jobflow.job.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a JobFlow stands.
 *
 * @param flow what the engine said, or remembers
 * @param state as shown; empty before the first look
 * @param entries the steps
 * @param jobs status of each job that exists, by {@code <job>/<namespace>}
 * @param conditions see {@link Endings}
 * @param generation that of the spec the rest speaks of; null before the first look
 * @param extras what a flow's status holds beside that
 */
public record Report(
    FlowStatus flow,
    String state,
    List<StepEntry> entries,
    Map<String, JobStatus> jobs,
    List<Condition> conditions,
    @Nullable Long generation,
    Extras extras) {

  /** With more Jobs than this, the status of those that succeeded is left out. */
  static final int MANY = 200;

  /** So many of the others are listed then, first those that failed. */
  private static final int LISTED = 50;

  /** What is stored of a flow. */
  public static Report of(@Nullable JobFlowStatus given) {
    JobFlowStatus stored = Objects.requireNonNullElseGet(given, JobFlowStatus::none);
    FlowStatus flow =
        new FlowStatus(
            FlowState.fromText(Objects.requireNonNullElse(stored.state(), "")),
            Timestamp.read(stored.startTime()),
            Timestamp.read(stored.completionTime()),
            Ending.fromText(Objects.requireNonNullElse(stored.ending(), "")),
            Timestamp.read(stored.suspendTime()),
            Duration.ofSeconds(Objects.requireNonNullElse(stored.suspendedSeconds(), 0L)),
            null,
            Entries.memory(stored.steps()),
            "",
            Objects.requireNonNullElse(stored.message(), ""));
    Extras extras =
        new Extras(
            stored.retried(),
            stored.topology(),
            Objects.requireNonNullElse(stored.templates(), List.of()),
            Map.of(),
            stored.resubmitted(),
            Objects.requireNonNullElse(stored.history(), List.of()),
            stored.node(),
            null);
    return stored(flow, stored.state(), stored.steps(), stored.conditions(), extras);
  }

  private static Report stored(
      FlowStatus flow,
      @Nullable String state,
      @Nullable List<StepEntry> entries,
      @Nullable List<Condition> conditions,
      Extras extras) {
    return new Report(
        flow,
        Objects.requireNonNullElse(state, ""),
        Objects.requireNonNullElse(entries, List.of()),
        Map.of(),
        Objects.requireNonNullElse(conditions, List.of()),
        null,
        extras);
  }

  /**
   * How it stands after a decision.
   *
   * @param byStep the last Job of each step
   * @param all every Job there is
   */
  public Report next(
      ObjectMeta object,
      FlowStatus decided,
      Map<String, Job> byStep,
      Collection<Job> all,
      Extras more,
      Instant now) {
    Map<String, String> names = new HashMap<>();
    byStep.forEach((step, job) -> names.put(step, job.getMetadata().getName()));
    return new Report(
        decided,
        decided.state().text(),
        Entries.of(decided, names, more.outputs(), entries),
        statuses(all),
        Endings.of(
            conditions, decided, more.risks(), all.size() > MANY, object.getGeneration(), now),
        object.getGeneration(),
        more);
  }

  /** As it stood, whatever was changed since it ended; only its Jobs are looked at. */
  public Report kept(ObjectMeta object, Collection<Job> all) {
    return new Report(
        flow, state, entries, statuses(all), conditions, object.getGeneration(), extras);
  }

  /** The key of a Job in {@code jobStatusList}. */
  public static String key(String job, String namespace) {
    return job + "/" + namespace;
  }

  static Map<String, JobStatus> statuses(Collection<Job> all) {
    Map<String, JobStatus> statuses = new TreeMap<>();
    listed(all)
        .forEach(
            job -> {
              String key = key(job.getMetadata().getName(), job.getMetadata().getNamespace());
              JobStatus status = job.getStatus();
              statuses.put(key, Objects.requireNonNullElseGet(status, JobStatus::new));
            });
    return statuses;
  }

  private static Stream<Job> listed(Collection<Job> all) {
    return all.size() <= MANY
        ? all.stream()
        : all.stream()
            .filter(job -> phase(job) != Observed.Phase.SUCCEEDED)
            .sorted(
                Comparator.comparing((Job job) -> phase(job) != Observed.Phase.FAILED)
                    .thenComparing(job -> job.getMetadata().getName()))
            .limit(LISTED);
  }

  private static Observed.Phase phase(Job job) {
    return JobOutcome.of(job).phase();
  }

  /** Whether pods may never run, as far as it was told. */
  public boolean isAtRisk() {
    return conditions.stream()
        .anyMatch(one -> Endings.AT_RISK.equals(one.getType()) && "True".equals(one.getStatus()));
  }

  /** What is told of it once it runs again from the start. */
  public PastRun past() {
    return new PastRun(
        extras.run(),
        state,
        flow.counts().progress(),
        Entries.shortened(flow.message()),
        Times.text(flow.started()),
        Times.text(flow.completed()));
  }

  /** Whether the end of it is what is stored already. */
  public boolean endStoredIn(Report before) {
    return flow.completed() != null
        && flow.completed().equals(before.flow.completed())
        && state.equals(before.state);
  }

  /** The status of a flow. */
  public JobFlowStatus ofFlow() {
    return FlowStatuses.of(this);
  }
}
