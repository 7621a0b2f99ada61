package io.jopf.jupyter.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.jopf.Children;
import io.jopf.EventRecorder;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.api.Reasons;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells as events what a status says anew, so that nothing is told twice. */
public final class Announcements {

  private final @Nullable JupyterNotebookStatus before;
  private final boolean newSpec;
  private final EventRecorder events;

  /** For a notebook with the status of before. */
  public Announcements(JupyterNotebook notebook, EventRecorder events) {
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

  /** Tells what was written to objects of a notebook that was offered before. */
  public void written(Children.Written written) {
    int all = written.created() + written.changed();
    if (all == 0 || before == null || before.jupyter() == null) {
      return;
    }
    if (newSpec) {
      events.normal(Reasons.UPDATED, "Objects changed with the spec: " + all + ".");
    } else {
      events.normal(
          Reasons.REPAIRED,
          "Objects put right: %d were missing, %d were not as they should be."
              .formatted(written.created(), written.changed()));
    }
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

  /** Yes is good news and no is bad news, except where it is only a matter of time. */
  private void tell(Condition condition) {
    if ("True".equals(condition.getStatus())) {
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
