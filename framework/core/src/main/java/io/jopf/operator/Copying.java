package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.intake.Looks;

/** Makes copies as the client does. */
record Copying(KubernetesClient client) implements Looks {

  @Override
  public <T> T typed(GenericKubernetesResource object, Class<T> type) {
    return client.getKubernetesSerialization().convertValue(object, type);
  }
}
