package io.jopf.test.scenarios.retry;

import io.jopf.PermanentException;
import io.jopf.annotation.ErrorMode;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class LiftHandlers {

  final List<String> lifted = new CopyOnWriteArrayList<>();
  final List<String> painted = new CopyOnWriteArrayList<>();

  @OnCreate(retries = 2, backoff = "500ms")
  @OnUpdate(retries = 2, backoff = "500ms")
  void lift(Thing thing) {
    lifted.add(thing.getMetadata().getName() + ": " + thing.getSpec().size);
    if (thing.getSpec().size > 10) {
      throw new IllegalStateException("too heavy");
    }
  }

  @OnCreate
  @OnUpdate(field = "spec.colour")
  void paint(Thing thing) {
    painted.add(thing.getMetadata().getName() + ": " + thing.getSpec().colour);
    if ("octarine".equals(thing.getSpec().colour)) {
      throw new PermanentException("no such paint");
    }
  }

  @OnCreate(errors = ErrorMode.IGNORED)
  void photograph() {
    throw new IllegalStateException("no film");
  }

  @OnCreate
  String weigh(Thing thing) {
    return thing.getSpec().size + " kg";
  }
}
