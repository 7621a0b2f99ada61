package io.jopf.test.scenarios.watching;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class VisitHandlers {

  final List<String> visits = new CopyOnWriteArrayList<>();

  @OnCreate
  void come(Thing thing) {
    visits.add("come " + thing.getMetadata().getNamespace());
  }

  @OnDelete
  void leave(Thing thing) {
    visits.add("leave " + thing.getMetadata().getNamespace());
  }
}
