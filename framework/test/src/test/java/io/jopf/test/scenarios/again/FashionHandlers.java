package io.jopf.test.scenarios.again;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.Watched;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.Map;

/** Things wear what is in fashion, which is nothing that the cluster knows. */
@Handlers(Thing.class)
class FashionHandlers {

  volatile String fashion = "linen";

  @Reconcile
  @Watches(ConfigMap.class)
  Map<String, Object> wear(Thing thing, Watched<ConfigMap> shops) {
    List<String> open =
        shops.list(Map.of("open", "yes")).stream()
            .map(shop -> shop.getMetadata().getName())
            .toList();
    return Map.of("wears", fashion, "shops", open);
  }
}
