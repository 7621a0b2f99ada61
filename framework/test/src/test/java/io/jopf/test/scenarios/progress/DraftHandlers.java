package io.jopf.test.scenarios.progress;

import io.jopf.Patch;
import io.jopf.PermanentException;
import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Changes the object before it fails. */
@Handlers(Thing.class)
class DraftHandlers {

  static final Duration NEVER = Duration.ofHours(24);

  final List<String> read = new CopyOnWriteArrayList<>();

  @OnCreate
  void write(Thing thing, Patch<Thing> patch, Retry retry) {
    read.add(retry.attempt() + " " + thing.getSpec().colour);
    patch.main(now -> now.getSpec().colour = "draft " + retry.attempt());
    patch.status(now -> now.setStatus(Map.of("drafts", retry.attempt() + 1)));
    if (thing.getMetadata().getName().equals("hopeless")) {
      throw new PermanentException("never");
    }
    throw new TemporaryException("not yet", retry.attempt() < 1 ? Duration.ofMillis(200) : NEVER);
  }
}
