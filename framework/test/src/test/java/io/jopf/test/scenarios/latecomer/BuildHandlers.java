package io.jopf.test.scenarios.latecomer;

import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class BuildHandlers {

  final List<Integer> announced = new CopyOnWriteArrayList<>();
  final List<Integer> built = new CopyOnWriteArrayList<>();
  volatile boolean stonesAreThere = true;

  @OnCreate
  @OnUpdate
  void announce(Thing thing) {
    announced.add(thing.getSpec().size);
  }

  @OnCreate
  @OnUpdate
  void build(Thing thing) {
    if (!stonesAreThere) {
      throw new TemporaryException("no stones", Duration.ofSeconds(1));
    }
    built.add(thing.getSpec().size);
  }
}
