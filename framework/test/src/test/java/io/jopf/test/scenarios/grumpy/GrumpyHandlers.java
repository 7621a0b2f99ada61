package io.jopf.test.scenarios.grumpy;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.test.scenarios.Thing;
import java.util.Map;

@Handlers(Thing.class)
class GrumpyHandlers {

  @Reconcile
  @Watches(value = Thing.class, mapper = GrumpyMapper.class)
  Map<String, Object> measure(Thing thing) {
    return Map.of("measured", thing.getSpec().size);
  }
}
