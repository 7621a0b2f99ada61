package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jopf.Children;
import io.jopf.EventRecorder;
import io.jopf.Indexed;
import io.jopf.Memo;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.Requeue;
import io.jopf.TemporaryException;
import io.jopf.Watched;
import io.jopf.annotation.From;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.heritage.Legacies;
import io.jopf.jupyter.heritage.Legacy;
import io.jopf.jupyter.life.Idle;
import io.jopf.jupyter.life.Life;
import io.jopf.jupyter.meter.NotebookMeters;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.plan.OwnLabels;
import io.jopf.jupyter.plan.PlanResult;
import io.jopf.jupyter.plan.RunPlan;
import io.jopf.jupyter.settings.CurrentSettings;
import io.jopf.jupyter.status.Announcements;
import io.jopf.jupyter.status.StatusReport;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.Optional;

/** Keeps each notebook as its spec says. */
@Handlers(JupyterNotebook.class)
class NotebookHandlers {

  /** That a new notebook was offered, whatever has become of the status since. */
  private record Offered(Token token) {}

  private final CurrentSettings settings;
  private final Legacies legacies;
  private final NotebookMeters meters;
  private final Time time;

  NotebookHandlers(CurrentSettings settings, Legacies legacies, NotebookMeters meters, Time time) {
    this.settings = settings;
    this.legacies = legacies;
    this.meters = meters;
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
      Owned<ConfigMap> configs,
      Owned<Secret> secrets,
      Owned<Deployment> deployments,
      Owned<Ingress> ingresses,
      Watched<Pod> pods,
      @From(PathHandlers.class) Indexed<String, PathClaim> paths,
      @From(LifeHandlers.class) Indexed<String, Boolean> phases,
      Memo memo,
      Patch<JupyterNotebook> patch,
      Requeue requeue,
      EventRecorder events) {
    meters.count(phase -> phases.get(phase.name()).size());
    PlanResult planned = NotebookPlanner.plan(notebook, settings.get());
    StatusReport report = new StatusReport(notebook, time.now());
    Announcements announcements = new Announcements(notebook, events);
    announcements.warnings(planned.warnings());
    if (planned.plan().isEmpty()) {
      return announcements.of(report.rejected(planned.problems()));
    }
    NotebookPlan wanted = planned.plan().get();
    try {
      PathClaim.check(notebook, wanted, paths.get(wanted.name()), settings.get().ingressDomain());
      Deployment before = deployments.named(wanted.name()).orElse(null);
      Life life = new Life(notebook, wanted.life(), time.now());
      RunPlan run = life.run(wanted.run(), before, memo.find(Idle.class));
      Legacy legacy = legacies.of(notebook, configs, before);
      Optional<Offered> offered = memo.find(Offered.class);
      Tokens tokens = Tokens.of(notebook, secrets, legacy, offered.map(Offered::token));
      NotebookPlan plan = wanted.with(run.withRotation(tokens.rotation()));
      boolean withIngress = plan.ingress().network().ingress();
      Ingress needless = withIngress ? null : ingresses.named(plan.name()).orElse(null);
      NotebookObjects objects = new NotebookObjects(plan, tokens.token(), legacy, before, needless);
      if (report.isFirst() && before == null && !legacy.any() && offered.isEmpty()) {
        // whoever waits for the URL does not wait for the rest, nor for that of other notebooks
        objects.writeWay(children);
        memo.get(Offered.class, () -> new Offered(tokens.token()));
        requeue.after(Duration.ZERO);
        return announcements.of(report.offered(plan, tokens.token()));
      }
      objects.write(children);
      Children.Written written = children.written();
      Deployment deployment =
          written.equals(Children.Written.NOTHING) && !legacy.any()
              ? before
              : deployments.named(plan.name()).orElse(null);
      announcements.written(written, plan.run(), legacy.any());
      memo.forget(Idle.class);
      memo.forget(Offered.class);
      meters.changed(notebook, run);
      tokens.tell(events);
      return announcements.of(
          report.made(plan, tokens.token(), deployment, NotebookOfPod.podsOf(notebook, pods)));
    } catch (RuntimeException e) {
      Obstacle obstacle = Obstacle.in(e).orElseThrow(() -> e);
      JupyterNotebookStatus status =
          announcements.of(report.blocked(obstacle.reason(), obstacle.message()));
      patch.status(latest -> latest.setStatus(status));
      // what is in the way belongs to others, so nothing tells us when it is gone
      throw new TemporaryException(obstacle.message());
    }
  }
}
