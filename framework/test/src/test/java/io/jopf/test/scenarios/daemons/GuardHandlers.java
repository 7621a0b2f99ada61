package io.jopf.test.scenarios.daemons;

import io.jopf.Live;
import io.jopf.Stopped;
import io.jopf.annotation.Daemon;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

@Handlers(Thing.class)
class GuardHandlers {

  final List<String> log = new CopyOnWriteArrayList<>();
  final Set<String> seen = ConcurrentHashMap.newKeySet();
  final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  final CountDownLatch leave = new CountDownLatch(1);

  @OnCreate
  void create(Thing thing) {
    log.add("created " + thing.getMetadata().getName());
  }

  @OnDelete
  void delete(Thing thing) {
    log.add("deleted " + thing.getMetadata().getName());
  }

  @Daemon(labels = "guard=yes")
  String guard(Thing thing, Live<Thing> live, Stopped stopped) throws InterruptedException {
    String name = thing.getMetadata().getName();
    threads.add(Thread.currentThread());
    log.add("guards " + name);
    int size = 0;
    do {
      Thing now = live.get();
      seen.add(name + " " + now.getSpec().size);
      if (now.getSpec().size != size) {
        size = now.getSpec().size;
        int written = size;
        live.patch(patch -> patch.main(edited -> edited.getSpec().colour = "seen " + written));
      }
    } while (!stopped.await(Duration.ofMillis(100)));
    log.add("leaves " + name + ": " + stopped.reason().orElseThrow());
    return "done";
  }

  @Daemon(labels = "guard=stubborn", cancellationBackoff = "500ms", cancellationTimeout = "500ms")
  void stubborn(Thing thing) {
    log.add("holds " + thing.getMetadata().getName());
    while (leave.getCount() > 0) {
      try {
        leave.await();
      } catch (InterruptedException e) {
        log.add("laughs at " + thing.getMetadata().getName());
      }
    }
  }

  @Daemon(labels = "guard=brief")
  void brief(Thing thing) {
    log.add("greets " + thing.getMetadata().getName());
  }
}
