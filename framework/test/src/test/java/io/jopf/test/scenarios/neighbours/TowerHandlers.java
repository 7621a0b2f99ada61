package io.jopf.test.scenarios.neighbours;

import io.jopf.Requeue;
import io.jopf.Watched;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The tower rings the hours, one after the other; the others count along. */
@Handlers(Thing.class)
class TowerHandlers {

  final AtomicInteger swings = new AtomicInteger();

  @Reconcile
  @Watches(Thing.class)
  Map<String, Object> ring(Thing thing, Watched<Thing> all, Requeue requeue) {
    if (thing.getMetadata().getName().equals("pendulum")) {
      swings.incrementAndGet();
      return Map.of("swings", swings.get());
    }
    int rung = all.named("tower").map(TowerHandlers::rung).orElse(0);
    if (!thing.getMetadata().getName().equals("tower")) {
      return Map.of("heard", rung);
    }
    int now = Math.min(rung + 1, thing.getSpec().size);
    if (now < thing.getSpec().size) {
      requeue.after(Duration.ofSeconds(1));
    }
    return Map.of("rung", now);
  }

  private static int rung(Thing tower) {
    return Optional.ofNullable(tower.getStatus())
        .map(status -> (Integer) status.get("rung"))
        .orElse(0);
  }
}
