package io.jopf.test.scenarios.children;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.Children;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Knows of the children what it is answered when it applies them, and nothing else. */
@Handlers(Thing.class)
class LidHandlers {

  final List<String> runs = new CopyOnWriteArrayList<>();

  @Reconcile
  @Owns(ConfigMap.class)
  Map<String, Object> lid(Thing thing, Children children) {
    String name = thing.getMetadata().getName();
    runs.add(name);
    ConfigMap lid =
        children.apply(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .addToData("size", String.valueOf(thing.getSpec().size))
                .build());
    return Map.of("lid", lid.getMetadata().getUid());
  }
}
