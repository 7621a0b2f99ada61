package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.EventRecorder;
import io.jopf.Memo;
import io.jopf.ObjectKey;
import io.jopf.Reconciler;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.annotation.OnTimer;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookSpec;
import io.jopf.jupyter.api.Reasons;
import io.jopf.jupyter.life.Activity;
import io.jopf.jupyter.life.Idle;
import io.jopf.jupyter.life.Inquiry;
import io.jopf.jupyter.life.Life;
import io.jopf.jupyter.meter.NotebookMeters;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.plan.LifePlan;
import io.jopf.jupyter.plan.RunPlan;
import io.jopf.jupyter.settings.CurrentSettings;
import io.jopf.jupyter.status.Phase;
import io.jopf.jupyter.status.StatusReport;
import io.jopf.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;

/** Looks now and then whose time is over. To stop a server is up to the look that follows. */
@Handlers(JupyterNotebook.class)
class LifeHandlers {

  private final CurrentSettings settings;
  private final Inquiry inquiry;
  private final NotebookMeters meters;
  private final KubernetesClient client;
  private final Reconciler reconciler;
  private final Time time;

  LifeHandlers(
      CurrentSettings settings,
      Inquiry inquiry,
      NotebookMeters meters,
      KubernetesClient client,
      Reconciler reconciler,
      Time time) {
    this.settings = settings;
    this.inquiry = inquiry;
    this.meters = meters;
    this.client = client;
    this.reconciler = reconciler;
    this.time = time;
  }

  /** The last activity of a server: until that is long enough ago nobody needs to ask again. */
  private record Seen(Instant last) {}

  /** The raw object: nothing else of it is looked at. */
  @Index
  Map<String, Boolean> phases(GenericKubernetesResource notebook) {
    return Map.of(
        notebook.get("status", "phase") instanceof String phase ? phase : Phase.PENDING.name(),
        true);
  }

  @OnTimer(interval = "1m", timeout = "20s")
  void watch(JupyterNotebook notebook, Memo memo, EventRecorder events, Logger log)
      throws InterruptedException {
    // an answer that could not be acted upon says nothing about now
    memo.forget(Idle.class);
    LifePlan plan =
        LifePlan.of(
            Optional.ofNullable(notebook.getSpec())
                .map(JupyterNotebookSpec::imDataManager)
                .orElse(null),
            settings.get().life());
    Life life = new Life(notebook, plan, time.now());
    if (life.isOver()) {
      events.normal(
          Reasons.TIME_TO_LIVE_OVER, "The notebook has been there for as long as it may.");
      delete(notebook);
    } else if (life.isTooOld()) {
      reconciler.reconcile(JupyterNotebook.class, ObjectKey.of(notebook));
    } else if (plan.idle() != null && StatusReport.isAvailable(notebook)) {
      ask(notebook, plan.idle(), plan.connected(), memo, log);
    }
  }

  /** This very notebook, not one that has been made since under its name. */
  private void delete(JupyterNotebook notebook) {
    client
        .resource(notebook)
        .lockResourceVersion(notebook.getMetadata().getResourceVersion())
        .delete();
  }

  private void ask(
      JupyterNotebook notebook, Duration timeout, boolean connected, Memo memo, Logger log)
      throws InterruptedException {
    Instant now = time.now();
    Instant since = now.minus(timeout);
    Token token = StatusReport.publishedToken(notebook).orElse(null);
    boolean active = memo.find(Seen.class).filter(seen -> seen.last().isAfter(since)).isPresent();
    if (token == null || active) {
      return;
    }
    try {
      Activity activity = inquiry.ask(ObjectKey.of(notebook), token, since, connected);
      meters.answered(activity.use());
      memo.forget(Seen.class);
      memo.get(Seen.class, () -> new Seen(activity.last()));
      if (activity.use() == Activity.Use.IDLE) {
        Idle idle =
            new Idle(
                notebook.getMetadata().getGeneration(),
                RunPlan.request(notebook, RunPlan.RESTART),
                timeout,
                now);
        memo.get(Idle.class, () -> idle);
        reconciler.reconcile(JupyterNotebook.class, ObjectKey.of(notebook));
      }
    } catch (IOException e) {
      meters.unanswered();
      log.info("the server does not say whether it is idle, so it goes on: {}", e.toString());
    }
  }
}
