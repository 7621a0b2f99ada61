package io.jopf.test.scenarios.stopping;

import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

@Handlers(Thing.class)
class KilnHandlers {

  final List<String> shaped = new CopyOnWriteArrayList<>();
  final List<String> fired = new CopyOnWriteArrayList<>();
  final CountDownLatch door = new CountDownLatch(1);

  @OnCreate
  void shape(Thing thing) {
    shaped.add(thing.getMetadata().getName());
  }

  @OnCreate
  String fire(Thing thing, Retry retry) throws InterruptedException {
    if (retry.attempt() == 0) {
      throw new TemporaryException("the kiln is cold", Duration.ofMillis(100));
    }
    fired.add(thing.getMetadata().getName());
    door.await();
    return "hard after " + retry.attempt();
  }
}
