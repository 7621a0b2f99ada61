package io.jopf.test.operator;

import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.time.Time;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Fails twice. */
@Handlers(Napper.class)
class MoodyHandlers {

  final List<Instant> attempts = new CopyOnWriteArrayList<>();
  private final Time time;

  @Inject
  MoodyHandlers(Time time) {
    this.time = time;
  }

  @OnCreate
  String wake(Napper napper) {
    attempts.add(time.now());
    if (attempts.size() < 3) {
      throw new TemporaryException(napper.getMetadata().getName() + " naps", Duration.ofHours(1));
    }
    return "up";
  }
}
