package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jopf.Children;
import io.jopf.EventRecorder;
import io.jopf.Indexed;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.TemporaryException;
import io.jopf.Watched;
import io.jopf.annotation.From;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.objects.DesiredObjects;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.plan.OwnLabels;
import io.jopf.jupyter.plan.PlanResult;
import io.jopf.jupyter.settings.CurrentSettings;
import io.jopf.jupyter.status.Announcements;
import io.jopf.jupyter.status.StatusReport;
import io.jopf.time.Time;
import org.jspecify.annotations.Nullable;

/** Keeps each notebook as its spec says. */
@Handlers(JupyterNotebook.class)
class NotebookHandlers {

  private final CurrentSettings settings;
  private final Time time;

  NotebookHandlers(CurrentSettings settings, Time time) {
    this.settings = settings;
    this.time = time;
  }

  @Reconcile
  @Owns(value = ConfigMap.class, labels = OwnLabels.SELECTOR)
  @Owns(value = Secret.class, labels = OwnLabels.SELECTOR)
  @Owns(value = Service.class, labels = OwnLabels.SELECTOR)
  @Owns(value = Ingress.class, labels = OwnLabels.SELECTOR)
  @Owns(value = Deployment.class, labels = OwnLabels.SELECTOR)
  @Watches(value = Pod.class, labels = OwnLabels.SELECTOR, mapper = NotebookOfPod.class)
  JupyterNotebookStatus notebook(
      JupyterNotebook notebook,
      Children children,
      Owned<Secret> secrets,
      Watched<Pod> pods,
      @From(PathHandlers.class) Indexed<String, PathClaim> paths,
      Patch<JupyterNotebook> patch,
      EventRecorder events) {
    PlanResult planned = NotebookPlanner.plan(notebook, settings.get());
    StatusReport report = new StatusReport(notebook, time.now());
    Announcements announcements = new Announcements(notebook, events);
    announcements.warnings(planned.warnings());
    if (planned.plan().isEmpty()) {
      return announcements.of(report.rejected(planned.problems()));
    }
    NotebookPlan plan = planned.plan().get();
    try {
      PathClaim.check(notebook, plan, paths.get(plan.name()), settings.get().ingressDomain());
      Token token = Tokens.of(notebook, plan, secrets, children);
      Deployment deployment = apply(plan, token, children);
      announcements.written(children.written());
      return announcements.of(
          report.made(plan, token, deployment, NotebookOfPod.podsOf(notebook, pods)));
    } catch (RuntimeException e) {
      Obstacle obstacle = Obstacle.in(e).orElseThrow(() -> e);
      JupyterNotebookStatus status =
          announcements.of(report.blocked(obstacle.reason(), obstacle.message()));
      patch.status(latest -> latest.setStatus(status));
      // what is in the way belongs to others, so nothing tells us when it is gone
      throw new TemporaryException(obstacle.message());
    }
  }

  private static @Nullable Deployment apply(NotebookPlan plan, Token token, Children children) {
    Deployment deployment = null;
    for (HasMetadata desired : DesiredObjects.of(plan, token)) {
      HasMetadata actual = children.apply(desired);
      if (actual instanceof Deployment found) {
        deployment = found;
      }
    }
    return deployment;
  }
}
