package io.jopf.test.scenarios.stopping;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** What a handler works with. */
@Singleton
class Bellows {

  final List<String> log = new CopyOnWriteArrayList<>();
  final CountDownLatch door = new CountDownLatch(1);

  @PreDestroy
  void putAway() {
    log.add("put away");
  }
}
