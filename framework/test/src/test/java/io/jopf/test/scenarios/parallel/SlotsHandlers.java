package io.jopf.test.scenarios.parallel;

import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Things of size 0 have to wait for a day, others for the door. */
@Handlers(Thing.class)
class SlotsHandlers {

  final CountDownLatch door = new CountDownLatch(1);
  final Set<String> inside = ConcurrentHashMap.newKeySet();
  volatile int most;

  @OnCreate
  void pass(Thing thing) throws InterruptedException {
    if (thing.getSpec().size == 0) {
      throw new TemporaryException("not today", Duration.ofHours(24));
    }
    String name = thing.getMetadata().getName();
    enter(name);
    door.await();
    inside.remove(name);
  }

  private synchronized void enter(String name) {
    inside.add(name);
    most = Math.max(most, inside.size());
  }
}
