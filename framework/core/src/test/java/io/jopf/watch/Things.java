package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.util.Map;

/** Objects as a watch delivers them. */
final class Things {

  private Things() {}

  static GenericKubernetesResource thing(long version, int spec, String status) {
    GenericKubernetesResource object =
        new GenericKubernetesResourceBuilder()
            .withApiVersion("a/v1")
            .withKind("Thing")
            .withNewMetadata()
            .withNamespace("default")
            .withName("one")
            .withUid("uid-1")
            .withResourceVersion(Long.toString(version))
            .endMetadata()
            .build();
    object.getMetadata().setManagedFields(null);
    object.setAdditionalProperty("spec", Map.of("n", spec));
    object.setAdditionalProperty("status", Map.of("phase", status));
    return object;
  }
}
