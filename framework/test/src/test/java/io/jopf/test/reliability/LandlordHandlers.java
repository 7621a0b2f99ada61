package io.jopf.test.reliability;

import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Must be asked before a thing goes, and cannot let anything in while the house is full. */
@Handlers(Thing.class)
class LandlordHandlers {

  final List<String> log = new CopyOnWriteArrayList<>();
  volatile boolean full;

  @OnCreate
  String moveIn(Thing thing, Retry retry) {
    log.add("create " + thing.getMetadata().getName() + " at attempt " + retry.attempt());
    if (full) {
      throw new TemporaryException("the house is full", Duration.ofMinutes(1));
    }
    return "in";
  }

  @OnDelete
  void moveOut(Thing thing) {
    log.add("delete " + thing.getMetadata().getName());
  }
}
