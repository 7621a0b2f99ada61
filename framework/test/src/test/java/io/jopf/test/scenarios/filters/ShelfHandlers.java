package io.jopf.test.scenarios.filters;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(value = Thing.class, labels = "shelf in (a, b)", fields = "metadata.name!=dust")
class ShelfHandlers {

  final List<String> done = new CopyOnWriteArrayList<>();

  @OnCreate
  void put(Thing thing) {
    done.add("put " + thing.getMetadata().getName());
  }

  @OnDelete
  void take(Thing thing) {
    done.add("take " + thing.getMetadata().getName());
  }
}
