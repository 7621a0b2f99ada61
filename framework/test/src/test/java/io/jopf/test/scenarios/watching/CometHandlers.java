package io.jopf.test.scenarios.watching;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Comet.class)
class CometHandlers {

  final List<String> seen = new CopyOnWriteArrayList<>();

  @OnCreate
  void see(Comet comet) {
    seen.add(comet.getMetadata().getName());
  }
}
