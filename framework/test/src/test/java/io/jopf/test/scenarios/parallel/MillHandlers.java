package io.jopf.test.scenarios.parallel;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Grinds one thing after the other, or side by side, as long as the test has it wait. */
@Handlers(Thing.class)
class MillHandlers {

  /** Things to stay with until the test says so. */
  final Map<String, CountDownLatch> holds = new ConcurrentHashMap<>();

  final Set<String> inside = ConcurrentHashMap.newKeySet();
  final List<String> overlaps = new CopyOnWriteArrayList<>();
  final List<String> ground = new CopyOnWriteArrayList<>();

  @OnCreate
  @OnUpdate
  void grind(Thing thing) throws InterruptedException {
    String name = thing.getMetadata().getName();
    if (!inside.add(name)) {
      overlaps.add(name);
    }
    ground.add(name + ": " + thing.getSpec().size);
    CountDownLatch hold = holds.get(name);
    if (hold != null) {
      hold.await();
    }
    inside.remove(name);
  }
}
