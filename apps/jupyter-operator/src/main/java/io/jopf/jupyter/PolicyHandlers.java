package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.jopf.Children;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.objects.NotebookPolicy;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.plan.OwnLabels;
import io.jopf.jupyter.settings.CurrentSettings;
import io.jopf.jupyter.settings.Switch;
import io.micronaut.context.annotation.Requires;

/** Says who may call notebooks, where the administrator wants that at the start. */
@Handlers(JupyterNotebook.class)
@Requires(property = PolicyHandlers.WANTED, pattern = Switch.ON)
class PolicyHandlers {

  static final String WANTED = "jupyter.network.policy";

  private final CurrentSettings settings;

  PolicyHandlers(CurrentSettings settings) {
    this.settings = settings;
  }

  @Reconcile
  @Owns(value = NetworkPolicy.class, labels = OwnLabels.SELECTOR)
  void policy(JupyterNotebook notebook, Children children) {
    NotebookPlanner.plan(notebook, settings.get())
        .plan()
        .map(NotebookPolicy::of)
        .ifPresent(children::apply);
  }
}
