package io.jopf.test.scenarios.progress;

import io.jopf.Patch;
import io.jopf.Retry;
import io.jopf.SubHandlers;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

@Handlers(Thing.class)
class PartsHandlers {

  final List<String> done = new CopyOnWriteArrayList<>();
  final CountDownLatch begun = new CountDownLatch(1);
  final CountDownLatch door = new CountDownLatch(1);

  @OnCreate
  void assemble(Thing thing, SubHandlers parts) {
    List<Thing.Part> wanted = thing.getSpec().parts;
    for (Thing.Part part : wanted == null ? List.<Thing.Part>of() : wanted) {
      parts.run(part.name(), call -> mount(part, call.retry()));
    }
  }

  private void mount(Thing.Part part, Retry retry) {
    done.add(part.name() + " " + retry.attempt());
    if (retry.attempt() < part.count()) {
      throw new TemporaryException("not yet", Duration.ofMillis(200));
    }
  }

  @OnCreate(after = "assemble")
  String polish() {
    done.add("polish");
    return "shiny";
  }

  @OnCreate(id = "label")
  void add(Thing thing, Patch<Thing> patch) throws InterruptedException {
    if (thing.getMetadata().getName().equals("tagged")) {
      begun.countDown();
      door.await();
      patch.main(
          now -> {
            List<Thing.Part> parts = new ArrayList<>();
            if (now.getSpec().parts != null) {
              parts.addAll(now.getSpec().parts);
            }
            parts.add(new Thing.Part("ours", 0));
            now.getSpec().parts = parts;
          });
    }
  }
}
