package io.jopf.test.scenarios.children;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.Children;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.Map;

/** Keeps its size in a ConfigMap that somebody else may have begun. */
@Handlers(Thing.class)
class HeirHandlers {

  @Reconcile
  @Owns(ConfigMap.class)
  Map<String, Integer> heir(Thing thing, Children children) {
    children.takeOver(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(thing.getMetadata().getName())
            .endMetadata()
            .addToData("size", String.valueOf(thing.getSpec().size))
            .build());
    return Map.of("size", thing.getSpec().size);
  }
}
