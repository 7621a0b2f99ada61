package io.jopf.test.scenarios.requeue;

import io.jopf.Requeue;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A thing is fresh for as many seconds as its size, and sharp at a second look if it is sliced. */
@Handlers(Thing.class)
class ShelfLifeHandlers {

  /** In the place of a size. */
  static final int SLICED = -1;

  final List<String> smelled = new CopyOnWriteArrayList<>();
  private final Time time;

  ShelfLifeHandlers(Time time) {
    this.time = time;
  }

  @Reconcile
  Map<String, Object> smell(Thing thing, Requeue requeue) {
    smelled.add(thing.getMetadata().getName());
    if (thing.getSpec().size == SLICED) {
      boolean second = thing.getStatus() != null;
      if (!second) {
        requeue.after(Duration.ZERO);
      }
      return Map.of("smell", second ? "sharp" : "none yet");
    }
    Instant end =
        Instant.parse(thing.getMetadata().getCreationTimestamp()).plusSeconds(thing.getSpec().size);
    Duration rest = Duration.between(time.now(), end);
    if (rest.isNegative() || rest.isZero()) {
      return Map.of("smell", "bad");
    }
    requeue.after(rest);
    return Map.of("smell", "good");
  }
}
