package io.jopf.test.scenarios.watched;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.Watched;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class DyeHandlers {

  final List<String> runs = new CopyOnWriteArrayList<>();

  @Reconcile
  @Watches(value = ConfigMap.class, mapper = PaletteMapper.class)
  Map<String, Object> dye(Thing thing, Watched<ConfigMap> palettes) {
    String name = thing.getMetadata().getName();
    runs.add(name);
    return Map.of(
        "dye",
        palettes
            .named("palette-of-" + name)
            .map(palette -> palette.getData().get("dye"))
            .orElse("none"));
  }
}
