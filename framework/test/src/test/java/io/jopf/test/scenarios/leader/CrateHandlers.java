package io.jopf.test.scenarios.leader;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.Children;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;

/** A thing has a crate of its size. */
@Handlers(Thing.class)
class CrateHandlers {

  @Reconcile
  @Owns(ConfigMap.class)
  void crate(Thing thing, Children children) {
    children.apply(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(thing.getMetadata().getName())
            .endMetadata()
            .addToData("size", String.valueOf(thing.getSpec().size))
            .build());
  }
}
