package io.jopf.test.scenarios.timeout;

import io.jopf.Cancellation;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

@Handlers(Thing.class)
class BakeHandlers {

  static final int FOREVER = 100;

  final List<String> baking = new CopyOnWriteArrayList<>();
  final List<String> interrupted = new CopyOnWriteArrayList<>();
  final List<Cancellation> cancellations = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);

  @OnCreate(timeout = "2s")
  String bake(Thing thing) throws InterruptedException {
    String name = thing.getMetadata().getName();
    baking.add(name);
    if (thing.getSpec().size == FOREVER) {
      try {
        never.await();
      } catch (InterruptedException e) {
        interrupted.add(name);
        throw e;
      }
    }
    return "baked";
  }

  @OnUpdate(field = "spec.colour")
  void ice(Thing thing, Cancellation cancellation) throws InterruptedException {
    cancellations.add(cancellation);
    never.await();
  }

  @OnDelete
  void eat() {}
}
