package io.jopf.jupyter.life;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.Reasons;
import io.jopf.jupyter.objects.NotebookDeployment;
import io.jopf.jupyter.plan.Durations;
import io.jopf.jupyter.plan.LifePlan;
import io.jopf.jupyter.plan.Rest;
import io.jopf.jupyter.plan.RunPlan;
import io.jopf.jupyter.status.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one notebook at one moment. Pure.
 *
 * @param notebook as last seen
 * @param plan how long it may do what
 * @param now the moment
 */
public record Life(JupyterNotebook notebook, LifePlan plan, Instant now) {

  /** What the operator itself has stopped rests on; what people have stopped, their spec says. */
  private static final Set<String> LASTING = Set.of(Reasons.CULLED, Reasons.MAX_AGE_REACHED);

  /** Whoever was idle then may be at work by now; the next question comes within this time. */
  private static final Duration VALID = Duration.ofMinutes(1);

  private static final String STAYS = " Its files, URL and token stay.";

  /**
   * Whether the server runs.
   *
   * @param wanted what the notebook says
   * @param before the Deployment as it is; null if there is none
   * @param idle what was found out about the server since the last look
   */
  public RunPlan run(RunPlan wanted, @Nullable Deployment before, Optional<Idle> idle) {
    RunPlan run = wanted.orRestart(NotebookDeployment.restartOf(before));
    if (run.stopped()) {
      return run;
    }
    return stopped()
        .filter(condition -> !asksToRestart())
        .or(() -> idle.filter(this::isOfNow).map(Life::culled))
        .or(this::tooOld)
        .map(run::resting)
        .orElse(run);
  }

  /**
   * The status says both why the server rests and which request was answered last, so that they
   * never contradict each other: the Deployment may be ahead of it.
   */
  private boolean asksToRestart() {
    String request = RunPlan.request(notebook, RunPlan.RESTART);
    return request != null && !request.equals(StatusReport.answeredRestart(notebook).orElse(null));
  }

  /** Whether the notebook has been there for as long as it may. */
  public boolean isOver() {
    Duration existing = plan.existing();
    return existing != null && isOver(created(), existing);
  }

  /** Whether the server has run for as long as it may. */
  public boolean isTooOld() {
    return tooOld().isPresent();
  }

  private Optional<Rest> stopped() {
    return condition()
        .filter(condition -> "True".equals(condition.getStatus()))
        .filter(condition -> LASTING.contains(condition.getReason()))
        .filter(
            condition ->
                Objects.equals(
                    condition.getObservedGeneration(), notebook.getMetadata().getGeneration()))
        .map(condition -> new Rest(condition.getReason(), condition.getMessage()));
  }

  private boolean isOfNow(Idle idle) {
    return Objects.equals(idle.generation(), notebook.getMetadata().getGeneration())
        && Objects.equals(idle.restart(), RunPlan.request(notebook, RunPlan.RESTART))
        && !isOver(idle.found(), VALID);
  }

  private static Rest culled(Idle idle) {
    return new Rest(
        Reasons.CULLED,
        "The server was stopped because nothing was done for "
            + Durations.text(idle.timeout())
            + "."
            + STAYS);
  }

  private Optional<Rest> tooOld() {
    Duration running = plan.running();
    return running == null
        ? Optional.empty()
        : runningSince()
            .filter(since -> isOver(since, running))
            .map(
                since ->
                    new Rest(
                        Reasons.MAX_AGE_REACHED,
                        "The server was stopped because it had run for "
                            + Durations.text(running)
                            + "."
                            + STAYS));
  }

  private Optional<Instant> runningSince() {
    return condition()
        .filter(condition -> "False".equals(condition.getStatus()))
        .map(condition -> Instant.parse(condition.getLastTransitionTime()));
  }

  private Instant created() {
    String created = notebook.getMetadata().getCreationTimestamp();
    return created == null ? now : Instant.parse(created);
  }

  private boolean isOver(Instant since, Duration length) {
    return !now.isBefore(since.plus(length));
  }

  private Optional<Condition> condition() {
    return StatusReport.condition(notebook, StatusReport.STOPPED);
  }
}
