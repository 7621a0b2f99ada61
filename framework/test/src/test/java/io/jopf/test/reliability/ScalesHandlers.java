package io.jopf.test.reliability;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Weighs whatever it is shown; the big ones take until somebody helps. */
@Handlers(Thing.class)
class ScalesHandlers {

  static final int BIG = 1000;

  final List<String> log = new CopyOnWriteArrayList<>();
  final CountDownLatch help = new CountDownLatch(1);

  @Reconcile
  Map<String, Object> weigh(Thing thing) throws InterruptedException {
    int size = thing.getSpec().size;
    log.add(thing.getMetadata().getName() + " " + size);
    if (size == BIG) {
      help.await();
    }
    return Map.of("weight", size);
  }
}
