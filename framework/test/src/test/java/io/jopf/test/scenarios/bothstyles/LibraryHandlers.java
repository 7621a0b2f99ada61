package io.jopf.test.scenarios.bothstyles;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.Children;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.New;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnUpdate;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class LibraryHandlers {

  final List<String> log = new CopyOnWriteArrayList<>();

  @OnCreate
  String register(Thing thing) {
    log.add("register " + thing.getMetadata().getName());
    return "no. " + log.size();
  }

  @OnUpdate(field = "spec.colour")
  void rebind(@New String colour) {
    log.add("rebind in " + colour);
  }

  @OnDelete
  void discard(Thing thing) {
    log.add("discard " + thing.getMetadata().getName());
  }

  @Reconcile
  @Owns(ConfigMap.class)
  Map<String, Object> shelve(Thing thing, Children children) {
    int size = thing.getSpec().size;
    children.apply(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("card-of-" + thing.getMetadata().getName())
            .endMetadata()
            .addToData("pages", String.valueOf(size))
            .build());
    return Map.of("shelf", size > 100 ? "high" : "low");
  }
}
