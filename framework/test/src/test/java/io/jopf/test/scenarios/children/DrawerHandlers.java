package io.jopf.test.scenarios.children;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.Children;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.Map;

/** Its watch shows only what carries a label. */
@Handlers(Thing.class)
class DrawerHandlers {

  static final String LABEL = "drawer";

  @Reconcile
  @Owns(value = ConfigMap.class, labels = LABEL)
  Map<String, Object> drawer(Thing thing, Children children) {
    children.apply(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(thing.getMetadata().getName())
            .addToLabels(LABEL, "yes")
            .endMetadata()
            .withData(Map.of("size", String.valueOf(thing.getSpec().size)))
            .build());
    return Map.of("size", thing.getSpec().size);
  }
}
