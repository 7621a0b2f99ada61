package io.jopf.test.scenarios.watchevents;

import io.jopf.WatchEvent;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnEvent;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class LogHandlers {

  final List<String> log = new CopyOnWriteArrayList<>();

  @OnEvent
  void event(Thing thing, WatchEvent event) {
    String name = thing.getMetadata().getName();
    log.add((event.initial() ? "initially " : "") + event.type() + " " + name);
    if (thing.getSpec().size == 13) {
      throw new IllegalStateException("unlucky");
    }
  }

  @OnEvent(labels = "answer=yes")
  String answer(Thing thing, WatchEvent event) {
    return "a thing of size " + thing.getSpec().size;
  }

  @OnCreate
  void create(Thing thing) {
    log.add("create " + thing.getMetadata().getName());
  }
}
