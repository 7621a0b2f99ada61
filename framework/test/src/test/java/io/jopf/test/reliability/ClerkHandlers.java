package io.jopf.test.reliability;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down every cause; promises nothing to things that go. */
@Handlers(Thing.class)
class ClerkHandlers {

  final List<String> log = new CopyOnWriteArrayList<>();

  @OnCreate
  String open(Thing thing) {
    log.add("create " + thing.getMetadata().getName());
    return "opened";
  }

  @OnUpdate
  int amend(Thing thing) {
    log.add("update " + thing.getMetadata().getName() + " to " + thing.getSpec().size);
    return thing.getSpec().size;
  }

  @OnDelete(optional = true)
  void close(Thing thing) {
    log.add("delete " + thing.getMetadata().getName());
  }
}
