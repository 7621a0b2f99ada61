package io.jopf.test.reliability;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets things through one after the other, but nobody before the gate is open. */
@Handlers(Thing.class)
class GateHandlers {

  private static final int FIRST = 20;

  final CountDownLatch gate = new CountDownLatch(1);
  final List<String> first = new CopyOnWriteArrayList<>();
  final AtomicInteger passed = new AtomicInteger();

  @Reconcile
  void pass(Thing thing) throws InterruptedException {
    gate.await();
    if (passed.get() < FIRST) {
      first.add(thing.getMetadata().getName());
    }
    passed.incrementAndGet();
  }
}
