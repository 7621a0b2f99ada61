package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.plan.OwnLabels;
import io.jopf.jupyter.settings.Switch;
import io.micronaut.context.annotation.Requires;

/**
 * Has notebooks looked at when something happens to their policies. Only where the administrator
 * wants some at the start: nobody else gives the operator the right to see them.
 */
@Handlers(JupyterNotebook.class)
@Requires(property = PolicyHandlers.WANTED, pattern = Switch.ON)
class PolicyHandlers {

  static final String WANTED = "jupyter.network.policy";

  /** The policies are written with the notebook's other objects. */
  @Reconcile
  @Owns(value = NetworkPolicy.class, labels = OwnLabels.SELECTOR)
  void policies() {}
}
