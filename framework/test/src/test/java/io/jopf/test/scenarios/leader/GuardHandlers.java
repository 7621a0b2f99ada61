package io.jopf.test.scenarios.leader;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * Writes down who handles what; a red thing is held until the end of the test, a black one too, and
 * its handler does not listen.
 */
@Handlers(Thing.class)
class GuardHandlers {

  final String process = UUID.randomUUID().toString();
  final CountDownLatch never = new CountDownLatch(1);

  @OnCreate
  @OnUpdate
  String guard(Thing thing) throws InterruptedException {
    String name = thing.getMetadata().getName();
    Trace.begins(process, name);
    try {
      if ("red".equals(thing.getSpec().colour)) {
        never.await();
      }
      while ("black".equals(thing.getSpec().colour) && never.getCount() > 0) {
        Thread.onSpinWait();
      }
      return process + " " + thing.getSpec().size;
    } finally {
      Trace.ends(process, name);
    }
  }
}
