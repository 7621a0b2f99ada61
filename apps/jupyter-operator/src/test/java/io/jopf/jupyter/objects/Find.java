package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;

/** Finds single objects among those of a notebook. */
record Find(List<HasMetadata> objects) {

  static Find in(List<HasMetadata> objects) {
    return new Find(objects);
  }

  ConfigMap configMap(String name) {
    return objects.stream()
        .filter(object -> object.getMetadata().getName().equals(name))
        .map(ConfigMap.class::cast)
        .findFirst()
        .orElseThrow();
  }

  Secret secret() {
    return only(Secret.class);
  }

  Service service() {
    return only(Service.class);
  }

  Ingress ingress() {
    return only(Ingress.class);
  }

  Deployment deployment() {
    return only(Deployment.class);
  }

  PodTemplateSpec pod() {
    return deployment().getSpec().getTemplate();
  }

  private <T extends HasMetadata> T only(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }
}
