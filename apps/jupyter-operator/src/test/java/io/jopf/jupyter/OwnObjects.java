package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jopf.test.Cluster;
import java.util.List;

/** What the operator has made in the namespace of a test; there may be objects of others. */
final class OwnObjects {

  private static final List<Class<? extends HasMetadata>> KINDS =
      List.of(ConfigMap.class, Secret.class, Service.class, Ingress.class, Deployment.class);

  private OwnObjects() {}

  /** All that has the operator's label. */
  static List<HasMetadata> in(Cluster cluster) {
    return KINDS.stream()
        .flatMap(
            kind ->
                cluster
                    .client()
                    .resources(kind)
                    .withLabel("app.kubernetes.io/managed-by", "jupyter-operator")
                    .list()
                    .getItems()
                    .stream())
        .map(HasMetadata.class::cast)
        .toList();
  }

  /** Those of one notebook. */
  static List<HasMetadata> of(Cluster cluster, Notebook notebook) {
    String uid = notebook.get().getMetadata().getUid();
    return in(cluster).stream()
        .filter(
            object ->
                object.getMetadata().getOwnerReferences().stream()
                    .anyMatch(owner -> uid.equals(owner.getUid())))
        .toList();
  }
}
