package io.jopf.test.scenarios.deletion;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;

@Handlers(Thing.class)
class CarelessHandlers {

  @OnCreate
  String take(Thing thing) {
    return "took " + thing.getSpec().size;
  }
}
