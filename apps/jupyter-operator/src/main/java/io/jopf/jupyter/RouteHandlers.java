package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jopf.Children;
import io.jopf.Indexed;
import io.jopf.Owned;
import io.jopf.annotation.From;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.objects.NotebookRoute;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.plan.OwnLabels;
import io.jopf.jupyter.settings.CurrentSettings;
import io.jopf.jupyter.settings.OperatorSettings;
import io.micronaut.context.annotation.Requires;

/** Leads to notebooks by way of a Gateway, where the administrator names one at the start. */
@Handlers(JupyterNotebook.class)
@Requires(property = RouteHandlers.GATEWAY, pattern = ".+")
class RouteHandlers {

  static final String GATEWAY = "jupyter.network.gateway";

  private final CurrentSettings settings;

  RouteHandlers(CurrentSettings settings) {
    this.settings = settings;
  }

  @Reconcile
  @Owns(value = HTTPRoute.class, labels = OwnLabels.SELECTOR)
  @Owns(value = Ingress.class, labels = OwnLabels.SELECTOR)
  void route(
      JupyterNotebook notebook,
      Children children,
      Owned<Ingress> ingresses,
      @From(PathHandlers.class) Indexed<String, PathClaim> paths) {
    OperatorSettings current = settings.get();
    NotebookPlan plan = NotebookPlanner.plan(notebook, current).plan().orElse(null);
    if (plan == null
        || PathClaim.holder(notebook, plan, paths.get(plan.name()), current.ingressDomain())
            .isPresent()) {
      return;
    }
    NotebookRoute.of(plan).ifPresent(children::apply);
    if (!current.network().ingress()) {
      ingresses.named(plan.name()).ifPresent(children::delete);
    }
  }
}
