package io.jopf.jupyter.status;

import io.fabric8.kubernetes.api.model.Condition;
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
import io.jopf.jupyter.objects.OriginalPod;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.PodPlan;
import io.jopf.jupyter.plan.Problem;
import io.jopf.jupyter.plan.ResourcePlan;
import io.jopf.jupyter.plan.Rest;
import io.jopf.jupyter.plan.RunPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the status of one notebook at one moment. */
public final class StatusReport {

  /** Whether the spec can be used. */
  public static final String ACCEPTED = "Accepted";

  static final String RESOURCES_READY = "ResourcesReady";

  static final String AVAILABLE = "Available";

  /** True while the server rests, though nothing is wrong. */
  public static final String STOPPED = "Stopped";

  /** There while the Pod is still the one that the original operator has started. */
  static final String ORIGINAL_POD = "OriginalPod";

  private static final Verdict STILL_ORIGINAL =
      Verdict.yes(
          Reasons.TAKEN_OVER,
          "The Pod is still the one that the original operator has started; it is replaced when the"
              + " spec changes, after a stop, or when the annotation "
              + RunPlan.RESTART
              + " gets a new value.");

  private static final Verdict STARTED = Verdict.no(Reasons.STARTED, "The server is to run.");

  private static final Verdict NOT_LOOKED_AT =
      Verdict.unknown(Reasons.NOT_ACCEPTED, "The spec cannot be used.");

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

  /** The token that was told to the users of a notebook. */
  public static Optional<Token> publishedToken(JupyterNotebook notebook) {
    return Optional.ofNullable(notebook.getStatus())
        .map(JupyterNotebookStatus::jupyter)
        .map(JupyterStatus::notebook)
        .map(NotebookAccess::token)
        .flatMap(Token::parse);
  }

  /** The request that this token was made for. */
  public static Optional<String> publishedRotation(JupyterNotebook notebook) {
    return Optional.ofNullable(notebook.getStatus())
        .map(JupyterNotebookStatus::jupyter)
        .map(JupyterStatus::notebook)
        .map(NotebookAccess::tokenRotation);
  }

  /** The request to begin anew that was answered last. */
  public static Optional<String> answeredRestart(JupyterNotebook notebook) {
    return Optional.ofNullable(notebook.getStatus()).map(JupyterNotebookStatus::restart);
  }

  /** A condition that was told of a notebook. */
  public static Optional<Condition> condition(JupyterNotebook notebook, String type) {
    JupyterNotebookStatus status = notebook.getStatus();
    return Conditions.of(status == null ? null : status.conditions(), Instant.EPOCH).find(type);
  }

  /** Whether the server of a notebook was seen to answer. */
  public static boolean isAvailable(JupyterNotebook notebook) {
    return isTrue(notebook, AVAILABLE);
  }

  /** Whether a condition was told to hold of a notebook. */
  public static boolean isTrue(JupyterNotebook notebook, String type) {
    return is("True", notebook, type);
  }

  /** Whether a condition was told not to hold of a notebook. */
  public static boolean isFalse(JupyterNotebook notebook, String type) {
    return is("False", notebook, type);
  }

  private static boolean is(String status, JupyterNotebook notebook, String type) {
    return condition(notebook, type).filter(one -> status.equals(one.getStatus())).isPresent();
  }

  /** Whether the objects of a notebook were all as planned when it was last looked at. */
  public static boolean wasMade(JupyterNotebook notebook) {
    return isTrue(notebook, RESOURCES_READY);
  }

  /** Whether nothing was made of a notebook so far, nor found in the way. */
  public boolean isFirst() {
    JupyterNotebookStatus before = notebook.getStatus();
    return (before == null || before.jupyter() == null)
        && conditions
            .find(RESOURCES_READY)
            .filter(known -> !"Unknown".equals(known.getStatus()))
            .isEmpty();
  }

  /** Whether a notebook was offered while its objects were still to be made. */
  public static boolean isBeingMade(JupyterNotebook notebook) {
    return condition(notebook, RESOURCES_READY)
        .filter(known -> Reasons.CREATING.equals(known.getReason()))
        .isPresent();
  }

  /** Users can be led to the notebook, whose other objects are made next. */
  public JupyterNotebookStatus offered(NotebookPlan plan, Token token) {
    return status(
        jupyter(plan, token, false),
        null,
        conditions,
        USABLE,
        Verdict.unknown(Reasons.CREATING, "The objects are being made."),
        Availability.STARTING);
  }

  /**
   * The objects are as planned.
   *
   * @param deployment as last seen; null if not yet
   * @param pods of this notebook, as far as known
   */
  public JupyterNotebookStatus made(
      NotebookPlan plan, Token token, @Nullable Deployment deployment, List<Pod> pods) {
    boolean original = OriginalPod.isIn(deployment);
    Rest rest = plan.run().rest();
    Conditions special =
        original ? STILL_ORIGINAL.in(conditions, ORIGINAL_POD) : conditions.without(ORIGINAL_POD);
    return status(
        jupyter(plan, token, original),
        plan.run().restart(),
        (rest == null ? STARTED : Verdict.yes(rest.reason(), rest.message())).in(special, STOPPED),
        USABLE,
        Verdict.yes(Reasons.APPLIED, "All objects are as they should be."),
        rest == null
            ? Availability.of(deployment, pods)
            : Verdict.no(Reasons.STOPPED, rest.message()));
  }

  /** The author has to change something first; what was made before stays. */
  public JupyterNotebookStatus rejected(List<Problem> problems) {
    String message = problems.stream().map(Problem::message).collect(Collectors.joining("; "));
    return status(
        offered(),
        answeredRestart(notebook).orElse(null),
        conditions,
        Verdict.no(problems.get(0).reason(), message),
        isBeingMade(notebook) ? NOT_LOOKED_AT : keep(RESOURCES_READY),
        keep(AVAILABLE));
  }

  /**
   * An object could not be made, so the notebook cannot be offered. What was offered before stays,
   * once all was made: its server may still run there.
   *
   * @param reason a CamelCase word
   * @param message names the object and what is in the way
   */
  public JupyterNotebookStatus blocked(String reason, String message) {
    return status(
        offered(),
        answeredRestart(notebook).orElse(null),
        conditions,
        USABLE,
        Verdict.no(reason, message),
        Verdict.no(Reasons.RESOURCES_NOT_READY, "Not all objects of the notebook could be made."));
  }

  private @Nullable JupyterStatus offered() {
    JupyterNotebookStatus before = notebook.getStatus();
    return before == null || isBeingMade(notebook) ? null : before.jupyter();
  }

  private JupyterNotebookStatus status(
      @Nullable JupyterStatus jupyter,
      @Nullable String restart,
      Conditions before,
      Verdict accepted,
      Verdict made,
      Verdict available) {
    Conditions now = accepted.in(before, ACCEPTED);
    now = made.in(now, RESOURCES_READY);
    now = available.in(now, AVAILABLE);
    return new JupyterNotebookStatus(
        jupyter,
        now.list(),
        notebook.getMetadata().getGeneration(),
        Phase.of(accepted, made, available).name(),
        restart);
  }

  /** The verdict of before, for what is not looked at this time. */
  private Verdict keep(String type) {
    return conditions
        .find(type)
        .map(known -> new Verdict(known.getStatus(), known.getReason(), known.getMessage()))
        .orElse(NOT_LOOKED_AT);
  }

  private JupyterStatus jupyter(NotebookPlan plan, Token token, boolean original) {
    PodPlan pod = plan.pod();
    String url = url(plan, token);
    return new JupyterStatus(
        new NotebookAccess(
            original ? sameAddress(url) : url,
            token.value(),
            pod.userInterface().text(),
            plan.run().rotation()),
        pod.image().text(),
        pod.serviceAccountName(),
        resources(pod.resources()),
        new Project(pod.project().claimName(), pod.project().id()));
  }

  /** The original operator says http always: what has been handed out stays while it works. */
  private String sameAddress(String url) {
    String before =
        Optional.ofNullable(offered())
            .map(JupyterStatus::notebook)
            .map(NotebookAccess::url)
            .orElse(url);
    return before.replaceFirst("^http:", "https:").equals(url) ? before : url;
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
