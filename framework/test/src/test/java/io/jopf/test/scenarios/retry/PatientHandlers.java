package io.jopf.test.scenarios.retry;

import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class PatientHandlers {

  static final Duration DELAY = Duration.ofSeconds(2);

  record Attempt(Retry retry, Instant at) {}

  final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  private final Time time;

  PatientHandlers(Time time) {
    this.time = time;
  }

  @OnCreate
  String ripen(Thing thing, Retry retry) {
    attempts.add(new Attempt(retry, time.now()));
    if (retry.attempt() < 2) {
      throw new TemporaryException(thing.getMetadata().getName() + " is still green", DELAY);
    }
    return "ripe";
  }
}
