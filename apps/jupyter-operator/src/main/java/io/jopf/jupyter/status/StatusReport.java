package io.jopf.jupyter.status;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jopf.conditions.Conditions;
import io.jopf.jupyter.api.Amounts;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.api.JupyterStatus;
import io.jopf.jupyter.api.NotebookAccess;
import io.jopf.jupyter.api.Project;
import io.jopf.jupyter.api.Reasons;
import io.jopf.jupyter.api.Resources;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.PodPlan;
import io.jopf.jupyter.plan.Problem;
import io.jopf.jupyter.plan.ResourcePlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the status of one notebook at one moment. */
public final class StatusReport {

  static final String ACCEPTED = "Accepted";
  static final String RESOURCES_READY = "ResourcesReady";
  static final String AVAILABLE = "Available";

  private static final Verdict STOPPED =
      Verdict.no(Reasons.STOPPED, "The notebook is stopped; its files, URL and token stay.");

  private static final Verdict USABLE = Verdict.yes(Reasons.VALID, "The spec can be used.");

  private final JupyterNotebook notebook;
  private final Conditions conditions;

  /**
   * Starts from the status of before.
   *
   * @param notebook as last seen
   * @param now for conditions that change
   */
  public StatusReport(JupyterNotebook notebook, Instant now) {
    this.notebook = notebook;
    JupyterNotebookStatus before = notebook.getStatus();
    this.conditions =
        Conditions.of(before == null ? null : before.conditions(), now)
            .observing(notebook.getMetadata().getGeneration());
  }

  /**
   * The objects are as planned.
   *
   * @param deployment as last seen; null if not yet
   * @param pods of this notebook, as far as known
   */
  public JupyterNotebookStatus made(
      NotebookPlan plan, Token token, @Nullable Deployment deployment, List<Pod> pods) {
    return status(
        jupyter(plan, token),
        USABLE,
        Verdict.yes(Reasons.APPLIED, "All objects are as they should be."),
        plan.stopped() ? STOPPED : Availability.of(deployment, pods));
  }

  /** The author has to change something first; what was made before stays. */
  public JupyterNotebookStatus rejected(List<Problem> problems) {
    String message = problems.stream().map(Problem::message).collect(Collectors.joining("; "));
    return status(
        offered(),
        Verdict.no(problems.get(0).reason(), message),
        keep(RESOURCES_READY),
        keep(AVAILABLE));
  }

  /**
   * An object could not be made, so the notebook cannot be offered. What was offered before stays:
   * its server may still run there.
   *
   * @param reason a CamelCase word
   * @param message names the object and what is in the way
   */
  public JupyterNotebookStatus blocked(String reason, String message) {
    return status(
        offered(),
        USABLE,
        Verdict.no(reason, message),
        Verdict.no(Reasons.RESOURCES_NOT_READY, "Not all objects of the notebook could be made."));
  }

  private @Nullable JupyterStatus offered() {
    JupyterNotebookStatus before = notebook.getStatus();
    return before == null ? null : before.jupyter();
  }

  private JupyterNotebookStatus status(
      @Nullable JupyterStatus jupyter, Verdict accepted, Verdict made, Verdict available) {
    Conditions now = accepted.in(conditions, ACCEPTED);
    now = made.in(now, RESOURCES_READY);
    now = available.in(now, AVAILABLE);
    return new JupyterNotebookStatus(
        jupyter,
        now.list(),
        notebook.getMetadata().getGeneration(),
        Phase.of(accepted, made, available).name());
  }

  /** The verdict of before, for what is not looked at this time. */
  private Verdict keep(String type) {
    return conditions
        .find(type)
        .map(known -> new Verdict(known.getStatus(), known.getReason(), known.getMessage()))
        .orElseGet(() -> Verdict.unknown(Reasons.NOT_ACCEPTED, "The spec cannot be used."));
  }

  private static JupyterStatus jupyter(NotebookPlan plan, Token token) {
    PodPlan pod = plan.pod();
    return new JupyterStatus(
        new NotebookAccess(url(plan, token), token.value(), pod.userInterface().text()),
        pod.image().text(),
        pod.serviceAccountName(),
        resources(pod.resources()),
        new Project(pod.project().claimName(), pod.project().id()));
  }

  private static String url(NotebookPlan plan, Token token) {
    return (plan.ingress().secure() ? "https" : "http")
        + "://"
        + plan.ingress().domain()
        + "/"
        + plan.name()
        + "?token="
        + token.value();
  }

  private static Resources resources(ResourcePlan plan) {
    Map<String, IntOrString> devices = new TreeMap<>();
    plan.limits().forEach((name, count) -> devices.put(name, new IntOrString(count.toString())));
    devices.keySet().removeAll(List.of("cpu", "memory"));
    return new Resources(
        amounts(plan.limits()), amounts(plan.requests()), null, devices.isEmpty() ? null : devices);
  }

  private static Amounts amounts(Map<String, Quantity> quantities) {
    return new Amounts(
        new IntOrString(String.valueOf(quantities.get("cpu"))),
        new IntOrString(String.valueOf(quantities.get("memory"))),
        null);
  }
}
