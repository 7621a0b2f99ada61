package io.jopf.jupyter.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.jopf.Children;
import io.jopf.EventRecorder;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.api.Reasons;
import io.jopf.jupyter.plan.RunPlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells as events what a status says anew, so that nothing is told twice. */
public final class Announcements {

  private final JupyterNotebook notebook;
  private final @Nullable JupyterNotebookStatus before;
  private final boolean newSpec;
  private final EventRecorder events;

  /** For a notebook with the status of before. */
  public Announcements(JupyterNotebook notebook, EventRecorder events) {
    this.notebook = notebook;
    this.before = notebook.getStatus();
    this.newSpec =
        before == null
            || !Objects.equals(before.observedGeneration(), notebook.getMetadata().getGeneration());
    this.events = events;
  }

  /** Tells what was left out or replaced, once for each version of the spec. */
  public void warnings(List<String> warnings) {
    if (newSpec) {
      warnings.forEach(warning -> events.warning(Reasons.SPEC_WARNING, warning));
    }
  }

  /**
   * Tells what was written to objects of a notebook that was offered before. A take-over, a stop, a
   * start and a new token write as well; those are told by themselves.
   *
   * @param run what was written
   * @param takenOver whether the objects were those of the original operator
   */
  public void written(Children.Written written, RunPlan run, boolean takenOver) {
    int all = written.created() + written.changed();
    boolean known = before != null && before.jupyter() != null;
    if (all == 0 || takenOver || !known || StatusReport.isBeingMade(notebook)) {
      return;
    }
    if (newSpec) {
      events.normal(Reasons.UPDATED, "Objects changed with the spec: " + all + ".");
    } else if (runsAsBefore(run)) {
      events.normal(
          Reasons.REPAIRED,
          "Objects brought to what is wanted now: %d were missing, %d were otherwise."
              .formatted(written.created(), written.changed()));
    }
  }

  private boolean runsAsBefore(RunPlan run) {
    return StatusReport.isTrue(notebook, StatusReport.STOPPED) == run.stopped()
        && isSame(StatusReport.answeredRestart(notebook), run.restart())
        && isSame(StatusReport.publishedRotation(notebook), run.rotation());
  }

  private static boolean isSame(Optional<String> before, @Nullable String now) {
    return before.equals(Optional.ofNullable(now));
  }

  /**
   * Tells the conditions that have another status or reason than before.
   *
   * @return the same status
   */
  public JupyterNotebookStatus of(JupyterNotebookStatus status) {
    for (Condition condition : conditions(status)) {
      if (conditions(before).stream().noneMatch(known -> sameVerdict(known, condition))) {
        tell(condition);
      }
    }
    return status;
  }

  /**
   * Yes is good news and no is bad news, except where it is only a matter of time. That a spec can
   * be used is news only after one that could not.
   */
  private void tell(Condition condition) {
    boolean expected =
        StatusReport.ACCEPTED.equals(condition.getType())
            && conditions(before).stream().noneMatch(c -> c.getType().equals(condition.getType()));
    if ("True".equals(condition.getStatus()) && !expected) {
      events.normal(condition.getReason(), condition.getMessage());
    } else if ("False".equals(condition.getStatus())
        && !StatusReport.STOPPED.equals(condition.getType())
        && !Reasons.STOPPED.equals(condition.getReason())
        && !Reasons.STARTING.equals(condition.getReason())
        && !Reasons.RESOURCES_NOT_READY.equals(condition.getReason())) {
      events.warning(condition.getReason(), condition.getMessage());
    }
  }

  private static boolean sameVerdict(Condition a, Condition b) {
    return a.getType().equals(b.getType())
        && a.getStatus().equals(b.getStatus())
        && Objects.equals(a.getReason(), b.getReason());
  }

  private static List<Condition> conditions(@Nullable JupyterNotebookStatus status) {
    List<Condition> conditions = status == null ? null : status.conditions();
    return conditions == null ? List.of() : conditions;
  }
}
