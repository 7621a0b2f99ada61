package io.jopf.jupyter.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Turns verdicts into conditions, keeping the time of those whose status stays. */
final class Conditions {

  static final String ACCEPTED = "Accepted";
  static final String RESOURCES_READY = "ResourcesReady";
  static final String AVAILABLE = "Available";

  private final JupyterNotebook notebook;
  private final Instant now;

  Conditions(JupyterNotebook notebook, Instant now) {
    this.notebook = notebook;
    this.now = now;
  }

  List<Condition> of(Verdict accepted, Verdict resourcesReady, Verdict available) {
    return List.of(
        condition(ACCEPTED, accepted),
        condition(RESOURCES_READY, resourcesReady),
        condition(AVAILABLE, available));
  }

  private Condition condition(String type, Verdict verdict) {
    String since =
        before(type)
            .filter(condition -> verdict.status().equals(condition.getStatus()))
            .map(Condition::getLastTransitionTime)
            .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
    return new ConditionBuilder()
        .withType(type)
        .withStatus(verdict.status())
        .withReason(verdict.reason())
        .withMessage(verdict.message())
        .withLastTransitionTime(since)
        .withObservedGeneration(notebook.getMetadata().getGeneration())
        .build();
  }

  /** The verdict of before, for what is not looked at this time. */
  Verdict keep(String type) {
    return before(type)
        .map(c -> new Verdict(c.getStatus(), c.getReason(), c.getMessage()))
        .orElseGet(() -> Verdict.unknown("NotAccepted", "The spec cannot be used."));
  }

  private Optional<Condition> before(String type) {
    return Optional.ofNullable(notebook.getStatus())
        .map(JupyterNotebookStatus::conditions)
        .flatMap(all -> all.stream().filter(c -> type.equals(c.getType())).findFirst());
  }
}
