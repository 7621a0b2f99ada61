package io.jopf.test.scenarios.children;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.Children;
import io.jopf.Owned;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.Map;
import java.util.TreeSet;

/** Keeps the contents of its chests for itself. */
@Handlers(Thing.class)
class ChestHandlers {

  @Reconcile
  @Owns(value = ConfigMap.class, omittedFields = "data.contents")
  Map<String, Object> chest(Thing thing, Children children, Owned<ConfigMap> chests) {
    children.apply(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(thing.getMetadata().getName())
            .endMetadata()
            .addToData("size", String.valueOf(thing.getSpec().size))
            .addToData("contents", "gold")
            .build());
    TreeSet<String> seen = new TreeSet<>();
    chests.list().forEach(chest -> seen.addAll(chest.getData().keySet()));
    return Map.of("seen", String.join(",", seen), "size", thing.getSpec().size);
  }
}
