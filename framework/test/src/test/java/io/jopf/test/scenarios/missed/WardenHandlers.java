package io.jopf.test.scenarios.missed;

import io.jopf.Indexed;
import io.jopf.Memo;
import io.jopf.Stopped;
import io.jopf.WatchEvent;
import io.jopf.annotation.Daemon;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnEvent;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

@Handlers(Thing.class)
class WardenHandlers {

  final List<String> log = new CopyOnWriteArrayList<>();
  volatile @Nullable Indexed<String, Integer> names;

  /** How often an object was welcomed. */
  static class Welcomes {
    final AtomicInteger count = new AtomicInteger();
  }

  @Index
  Map<String, Integer> byName(Thing thing) {
    return Map.of(thing.getMetadata().getName(), thing.getSpec().size);
  }

  @OnEvent
  void event(Thing thing, WatchEvent event) {
    if (event.type() != WatchEvent.Type.MODIFIED) {
      log.add(event.type() + " " + thing.getMetadata().getName() + " " + thing.getSpec().size);
    }
  }

  @OnCreate
  void create(Thing thing, Memo memo, Indexed<String, Integer> byName) {
    names = byName;
    int welcomes = memo.get(Welcomes.class, Welcomes::new).count.incrementAndGet();
    log.add("welcome " + thing.getMetadata().getName() + " " + welcomes);
  }

  @Daemon
  void guard(Thing thing, Stopped stopped) throws InterruptedException {
    log.add("guards " + thing.getSpec().size);
    while (!stopped.await(Duration.ofSeconds(1))) {
      // nothing to do
    }
    log.add("leaves " + thing.getSpec().size + ": " + stopped.reason().orElseThrow());
  }
}
