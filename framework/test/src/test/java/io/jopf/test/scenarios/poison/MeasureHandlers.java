package io.jopf.test.scenarios.poison;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.Map;

@Handlers(Thing.class)
class MeasureHandlers {

  @OnCreate
  @OnUpdate
  int measure(Thing thing) {
    return thing.getSpec().size;
  }

  @Reconcile
  Map<String, Object> sort(Thing thing) {
    return Map.of("fits", thing.getSpec().size < 10);
  }
}
