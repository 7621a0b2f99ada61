package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.flow.Control;
import io.jopf.flow.FlowRun;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Observed;
import io.jopf.flow.Start;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.jobflow.plan.PlannedStep;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A flow between two rounds. It follows the flow's Jobs and says which ones can be made now,
 * without anything being read; what it does not know how to go on with it leaves to a round. Not
 * for several threads, but for {@link #make}.
 */
public final class Pursuit {

  /** How much what happened matters to the status. */
  public enum Effect {
    /** Not at all. */
    NONE,
    /** A Job tells more of itself. */
    DETAIL,
    /** Steps have come further. */
    PROGRESS,
    /** The flow itself may stand otherwise now. */
    STATE,
    /** Only a round knows what to do next. */
    DOUBT;

    /** The one of the two that matters more. */
    public Effect or(Effect other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  private final FlowRun run;
  private final Control control;
  private final Starter starter;
  private final @Nullable Instant again;
  private final Map<String, Observed> seen = new HashMap<>();
  private final Map<String, String> versions = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  /** Whether anything was seen since the last decision: a decision looks at every step in line. */
  private boolean news = true;

  Pursuit(
      FlowRun run,
      Control control,
      Starter starter,
      Map<String, Observed> seen,
      @Nullable Instant again) {
    this.run = run;
    this.control = control;
    this.starter = starter;
    this.again = again;
    this.seen.putAll(seen);
  }

  /**
   * Takes in what a Job shows.
   *
   * @param job as it is now; null if it is gone
   */
  public Effect see(@Nullable Job job) {
    String step = job == null ? null : starter.jobs().step(job);
    if (job == null || step == null || job.getMetadata().getDeletionTimestamp() != null) {
      return Effect.DOUBT;
    }
    Observed now = JobOutcome.of(job);
    Observed before = seen.get(step);
    if (before != null && now.attempt() < before.attempt()) {
      return Effect.DETAIL;
    }
    if (underWay.contains(step)) {
      // looked at again when its creation has come to an end
      return Effect.NONE;
    }
    String version = job.getMetadata().getResourceVersion();
    if (version != null && version.equals(versions.put(step, version))) {
      // such as the event of a creation whose answer has been seen
      return Effect.NONE;
    }
    news |= !now.equals(before);
    seen.put(step, now);
    run.observe(step, now);
    if (before != null && before.phase() == now.phase() && before.attempt() == now.attempt()) {
      return Effect.DETAIL;
    }
    return switch (now.phase()) {
      case FAILED -> Effect.STATE;
      case SUCCEEDED -> Effect.PROGRESS;
      default -> Effect.DETAIL;
    };
  }

  /** Takes in what came of {@link #make}. */
  public Effect see(Made made) {
    underWay.remove(made.step());
    if (made.job() == null) {
      return Effect.DOUBT;
    }
    Effect effect = see(made.job());
    return effect == Effect.DETAIL || effect == Effect.NONE ? Effect.PROGRESS : effect;
  }

  /**
   * Decides.
   *
   * @param starts takes the Jobs to be made, each once; none where there is doubt
   */
  public Effect decide(Instant now, List<Start> starts) {
    if (!news) {
      return Effect.NONE;
    }
    news = false;
    FlowRun.Moves moves = run.advance(control, now);
    List<Start> due =
        moves.toStart().stream().filter(start -> !underWay.contains(start.step())).toList();
    boolean late =
        due.stream().map(start -> starter.plan().step(start.step())).anyMatch(Pursuit::late);
    if (late || !moves.toStop().isEmpty() || isEarlier(moves.again())) {
      return Effect.DOUBT;
    }
    due.forEach(start -> underWay.add(start.step()));
    starts.addAll(due);
    return run.isQuiet() ? Effect.STATE : Effect.NONE;
  }

  /** Steps that run after the flow itself are told how it ended, which a round finds out. */
  private static boolean late(@Nullable PlannedStep step) {
    return step == null || step.late();
  }

  private boolean isEarlier(@Nullable Instant wish) {
    return wish != null && (again == null || wish.isBefore(again));
  }

  /** Makes a Job that {@link #decide} asked for. */
  public Made make(Start start) {
    return starter.make(start);
  }

  /** What is known by now, stored or not. */
  public FlowStatus known() {
    return run.status();
  }
}
