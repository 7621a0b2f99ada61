package io.jopf.test.scenarios.resync;

import io.jopf.PermanentException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import io.jopf.time.Time;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class PatrolHandlers {

  final List<Instant> rounds = new CopyOnWriteArrayList<>();

  private final Time time;

  PatrolHandlers(Time time) {
    this.time = time;
  }

  @Reconcile(resync = "1s")
  void patrol(Thing thing) {
    rounds.add(time.now());
    if (thing.getSpec().size == 13) {
      throw new PermanentException("unlucky");
    }
  }
}
