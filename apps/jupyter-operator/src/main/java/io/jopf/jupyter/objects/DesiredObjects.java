package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.settings.NetworkSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The objects of a notebook. */
public final class DesiredObjects {

  private DesiredObjects() {}

  /** What leads users to the notebook. */
  public static List<HasMetadata> way(NotebookPlan plan) {
    NetworkSettings network = plan.ingress().network();
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(NotebookService.of(plan));
    if (network.policy()) {
      objects.add(NotebookPolicy.of(plan));
    }
    if (network.ingress()) {
      objects.add(NotebookIngress.of(plan));
    }
    NotebookRoute.of(plan).ifPresent(objects::add);
    return Collections.unmodifiableList(objects);
  }

  /** In the order in which to make them: what starts a Pod last, once nothing was in the way. */
  public static List<HasMetadata> of(NotebookPlan plan, Token token) {
    List<HasMetadata> objects = new ArrayList<>(way(plan));
    objects.add(ConfigMaps.config(plan));
    objects.add(ConfigMaps.bashProfile(plan));
    objects.add(ConfigMaps.startup(plan));
    objects.add(TokenSecret.of(plan, token));
    objects.add(NotebookDeployment.of(plan));
    return Collections.unmodifiableList(objects);
  }

  /**
   * The same for a notebook whose Pod the original operator has started, and which goes on running:
   * its Deployment has to be there and keeps its template.
   */
  public static List<HasMetadata> ofOriginalPod(NotebookPlan plan, Token token) {
    return of(plan, token).stream()
        .map(object -> object instanceof Deployment ? OriginalPod.around(plan) : object)
        .map(object -> isConfig(object, plan) ? ConfigMaps.configWith(token, plan) : object)
        .toList();
  }

  private static boolean isConfig(HasMetadata object, NotebookPlan plan) {
    return object instanceof ConfigMap
        && object.getMetadata().getName().equals(ConfigMaps.configName(plan.name()));
  }

  static ObjectMeta metadata(NotebookPlan plan, String name) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(plan.namespace())
        .withLabels(plan.labels())
        .build();
  }
}
