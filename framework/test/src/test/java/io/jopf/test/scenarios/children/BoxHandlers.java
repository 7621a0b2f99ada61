package io.jopf.test.scenarios.children;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.Children;
import io.jopf.Owned;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class BoxHandlers {

  final List<String> runs = new CopyOnWriteArrayList<>();
  final List<Children.Written> written = new CopyOnWriteArrayList<>();

  @Reconcile
  @Owns(ConfigMap.class)
  Map<String, Object> box(Thing thing, Children children, Owned<ConfigMap> boxes) {
    runs.add(thing.getMetadata().getName());
    children.apply(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(thing.getMetadata().getName())
            .endMetadata()
            .withData(contents(thing.getSpec()))
            .build());
    written.add(children.written());
    return Map.of("boxes", boxes.list().size());
  }

  private static Map<String, String> contents(Thing.Spec spec) {
    Map<String, String> contents = new TreeMap<>(Map.of("size", String.valueOf(spec.size)));
    if (spec.colour != null) {
      contents.put("colour", spec.colour);
    }
    return contents;
  }
}
