package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.plan.OwnLabels;
import io.micronaut.context.annotation.Requires;

/**
 * Has notebooks looked at when something happens to their routes. Only where the administrator
 * names a Gateway at the start: other clusters do not know the kind.
 */
@Handlers(JupyterNotebook.class)
@Requires(property = RouteHandlers.GATEWAY, pattern = ".*\\S.*")
class RouteHandlers {

  static final String GATEWAY = "jupyter.network.gateway";

  /** The routes are written with the notebook's other objects. */
  @Reconcile
  @Owns(value = HTTPRoute.class, labels = OwnLabels.SELECTOR)
  void routes() {}
}
