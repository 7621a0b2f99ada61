package io.jopf.test.scenarios.leader;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Writes down what it handles, and, also as a standby, what it sees. A red thing is held. */
@Handlers(Thing.class)
class NotaryHandlers {

  final String process = UUID.randomUUID().toString();
  final CountDownLatch door = new CountDownLatch(1);
  final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** Indices are kept by standbys too. */
  @Index
  String names(Thing thing) {
    seen.add(thing.getMetadata().getName());
    return thing.getMetadata().getName();
  }

  @OnCreate
  String attest(Thing thing) throws InterruptedException {
    String name = thing.getMetadata().getName();
    Trace.begins(process, name);
    if ("red".equals(thing.getSpec().colour)) {
      door.await();
    }
    Trace.ends(process, name);
    return process;
  }
}
