package io.jopf.jupyter.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.jopf.EventRecorder;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells as events what a status says anew, so that nothing is told twice. */
public final class Announcements {

  private static final String WARNING_REASON = "SpecWarning";

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
      warnings.forEach(warning -> events.warning(WARNING_REASON, warning));
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
    if ("True".equals(condition.getStatus())
        || Availability.STOPPED.equals(condition.getReason())) {
      events.normal(condition.getReason(), condition.getMessage());
    } else if ("False".equals(condition.getStatus())
        && !Availability.STARTING.equals(condition.getReason())
        && !StatusReport.CONSEQUENCE.equals(condition.getReason())) {
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
