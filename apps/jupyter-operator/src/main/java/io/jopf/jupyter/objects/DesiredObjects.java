package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.jupyter.plan.NotebookPlan;
import java.util.List;

/** All objects of a notebook. */
public final class DesiredObjects {

  private DesiredObjects() {}

  /** In the order in which to make them: what starts a Pod last, once nothing was in the way. */
  public static List<HasMetadata> of(NotebookPlan plan, Token token) {
    return List.of(
        ConfigMaps.config(plan),
        ConfigMaps.bashProfile(plan),
        ConfigMaps.startup(plan),
        TokenSecret.of(plan, token),
        NotebookService.of(plan),
        NotebookIngress.of(plan),
        NotebookDeployment.of(plan));
  }

  static ObjectMeta metadata(NotebookPlan plan, String name) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(plan.namespace())
        .withLabels(plan.labels())
        .build();
  }
}
