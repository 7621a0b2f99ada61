package io.jopf.test.reliability;

import io.jopf.Memo;
import io.jopf.Stopped;
import io.jopf.annotation.Daemon;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the visits to each thing, and sits beside it as long as it is there. */
@Handlers(Thing.class)
class NurseHandlers {

  final List<String> log = new CopyOnWriteArrayList<>();

  @OnCreate
  int visit(Thing thing, Memo memo) {
    return memo.get(AtomicInteger.class, AtomicInteger::new).incrementAndGet();
  }

  @Daemon
  void sit(Thing thing, Stopped stopped) throws InterruptedException {
    log.add("sits beside " + thing.getSpec().size);
    while (!stopped.await(Duration.ofMinutes(1))) {
      // nothing but sitting
    }
    log.add("leaves " + thing.getSpec().size);
  }
}
