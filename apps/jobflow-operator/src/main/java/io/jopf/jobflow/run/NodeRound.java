package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.flow.FlowState;
import io.jopf.flow.Start;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.flow.rollout.NodeStatus;
import io.jopf.flow.rollout.Place;
import io.jopf.flow.rollout.Rollout;
import io.jopf.flow.rollout.RolloutControl;
import io.jopf.flow.rollout.RolloutDecision;
import io.jopf.flow.rollout.RolloutInput;
import io.jopf.flow.rollout.RolloutPolicy;
import io.jopf.flow.rollout.RolloutStatus;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.job.ChildJob;
import io.jopf.jobflow.node.DaemonJobProblems;
import io.jopf.jobflow.node.RolloutPolicies;
import io.jopf.jobflow.node.Windows;
import io.jopf.jobflow.status.NodeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One look at a DaemonJob. */
public final class NodeRound {
  /**
   * As other objects' requests wait meanwhile, and as many are on their way when the API server
   * gets into trouble.
   */
  private static final int MOST_AT_ONCE = 64;

  /** From a refusal to label nodes to the next try: somebody may have granted the right. */
  private static final Duration REFUSED = Duration.ofMinutes(10);

  /** From some labels to the next, so that those that were put on are seen by then. */
  private static final Duration MORE = Duration.ofSeconds(1);

  private final DaemonJob daemonJob;
  private final @Nullable DaemonJobSpec spec;
  private final RolloutPolicy policy;
  private final Windows windows;
  private final Map<String, Place> places;
  private final List<String> unknown;
  private final Jobs jobs;
  private final NodeLabelling labelling;
  private final Runnable delete;
  private final Hands hands;
  private final Instant now;
  private @Nullable Instant again;

  /**
   * A look at what is there now.
   *
   * @param places all nodes of the cluster by name
   * @param unknown names in the spec that no node has
   * @param labelling puts labels on nodes
   * @param delete deletes the DaemonJob
   * @param hands create the Jobs
   * @param now in whole seconds
   */
  public NodeRound(
      DaemonJob daemonJob,
      Map<String, Place> places,
      List<String> unknown,
      Jobs jobs,
      NodeLabelling labelling,
      Runnable delete,
      Hands hands,
      Instant now) {
    this.daemonJob = daemonJob;
    this.spec = daemonJob.getSpec();
    this.policy = RolloutPolicies.of(spec);
    this.windows = Windows.of(spec);
    this.places = places;
    this.unknown = unknown;
    this.jobs = jobs;
    this.labelling = labelling;
    this.delete = delete;
    this.hands = hands;
    this.now = now;
  }

  /** When to look again though nothing has changed; null if there is no such time. */
  public @Nullable Instant again() {
    return again;
  }

  /** Whether nodes that come and go change nothing any more once the end is stored. */
  public boolean isOver() {
    return !policy.continuous();
  }

  /** Creates and deletes what is due and tells how the DaemonJob stands then. */
  public NodeReport report(NodeReport before) {
    NodeReport.Wished taken =
        new NodeReport.Wished(
            newest(wishes().retry(), before.wishes().retried()),
            newest(wishes().resume(), before.wishes().resumed()));
    RolloutControl control = control(before, taken);
    RolloutDecision decision = carryOut(before.rollout(), control);
    RolloutStatus status = decision.status();
    again = status.completed() == null ? windowEnd(decision.again()) : decision.again();
    NodeLabelling.Result labels =
        labelling.keep(control.problems().isEmpty() ? labels() : null, status.nodes());
    if (labels.isRefused()) {
      again = earliest(again, now.plus(REFUSED));
    } else if (labels.more()) {
      again = earliest(again, now.plus(MORE));
    }
    if (labels.trouble() != null) {
      jobs.troubled(labels.trouble());
    }
    TimeToLive.putOn(jobs, steps(before.rollout()), steps(status));
    if (status.state() != FlowState.TERMINATING) {
      Suspension.keep(jobs, control.suspended());
    }
    NodeReport after =
        before.next(
            daemonJob.getMetadata(),
            status,
            jobs.byStep(),
            jobs.all(),
            unknown,
            taken,
            labels.refused(),
            now);
    end(before, after);
    return after;
  }

  /** What waits is told so when a window closes. */
  private @Nullable Instant windowEnd(@Nullable Instant decided) {
    return earliest(decided, windows.openUntil(now));
  }

  private static @Nullable Instant earliest(@Nullable Instant first, @Nullable Instant second) {
    return first == null || (second != null && second.isBefore(first)) ? second : first;
  }

  private @Nullable Map<String, String> labels() {
    return spec == null ? null : spec.getNodeLabels();
  }

  private Wishes wishes() {
    return new Wishes(daemonJob);
  }

  private static @Nullable String newest(@Nullable String wish, @Nullable String taken) {
    return wish == null ? taken : wish;
  }

  private RolloutControl control(NodeReport before, NodeReport.Wished taken) {
    boolean retry = !Objects.equals(taken.retried(), before.wishes().retried());
    Set<String> also = wishes().retryAlso();
    boolean pointless =
        also.isEmpty()
            && before.rollout().state() == FlowState.SUCCEED
            && before.rollout().nodes().stream().noneMatch(NodeRound::hasFailed);
    return new RolloutControl(
        daemonJob.getMetadata().getDeletionTimestamp() != null,
        spec != null && Boolean.TRUE.equals(spec.getSuspend()),
        spec != null && Boolean.TRUE.equals(spec.getPaused()),
        !Objects.equals(taken.resumed(), before.wishes().resumed()),
        retry && !pointless,
        retry ? also : Set.of(),
        windows.closedUntil(now),
        DaemonJobProblems.of(spec));
  }

  private static boolean hasFailed(NodeStatus node) {
    return node.state() == StepState.FAILED || node.state() == StepState.CANCELLED;
  }

  /**
   * Begins with one Job and goes on with ever more as long as all goes well, so that a spec that
   * the API server refuses, or a server in trouble, is not asked once for every node.
   */
  private RolloutDecision carryOut(RolloutStatus remembered, RolloutControl control) {
    Set<String> stopped = new HashSet<>();
    int some = 1;
    while (true) {
      RolloutDecision decision = decide(remembered, control);
      List<String> toStop = decision.toStop().stream().filter(stopped::add).toList();
      List<Start> toStart = decision.toStart();
      toStop.forEach(jobs::stop);
      if ((toStart.isEmpty() && toStop.isEmpty()) || jobs.hasTrouble()) {
        return decision;
      }
      // all of one decision, unless one is refused: a batch that has begun is closed to the next
      // one
      boolean fine = true;
      while (fine && !toStart.isEmpty()) {
        List<Start> next = toStart.subList(0, Math.min(some, toStart.size()));
        start(next);
        fine = !jobs.hasTrouble() && next.stream().noneMatch(one -> jobs.isRefused(one.step()));
        toStart = toStart.subList(next.size(), toStart.size());
        some = Math.min(2 * some, MOST_AT_ONCE);
      }
    }
  }

  private RolloutDecision decide(RolloutStatus remembered, RolloutControl control) {
    return Rollout.decide(
        new RolloutInput(policy, places, remembered, jobs.observed(), control, now));
  }

  private void start(List<Start> starts) {
    JobMaker maker = jobs.maker();
    Batch batch =
        new Batch(
            start -> {
              Job job = ChildJob.ofNode(daemonJob, start.step(), start.attempt());
              return maker.make(start.step(), job);
            },
            hands.patience());
    List<Supplier<Made>> requests = new ArrayList<>();
    for (Start start : starts) {
      requests.add(() -> batch.make(start));
    }
    hands.all(requests, Made::isServerWell).forEach(jobs::take);
  }

  private static List<StepStatus> steps(RolloutStatus status) {
    return status.nodes().stream().map(NodeStatus::step).toList();
  }

  private void end(NodeReport before, NodeReport after) {
    Instant completed = after.rollout().completed();
    Long seconds = spec == null ? null : spec.getTtlSecondsAfterCompletion();
    if (completed == null
        || seconds == null
        || policy.continuous()
        || after.rollout().state() == FlowState.TERMINATING) {
      return;
    }
    if (!after.endStoredIn(before)) {
      jobs.againOnceStored();
      return;
    }
    Instant end = completed.plusSeconds(seconds);
    if (now.isBefore(end)) {
      again = earliest(again, end);
    } else {
      delete.run();
    }
  }
}
