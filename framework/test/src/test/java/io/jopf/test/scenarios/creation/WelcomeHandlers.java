package io.jopf.test.scenarios.creation;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class WelcomeHandlers {

  final List<String> welcomed = new CopyOnWriteArrayList<>();

  @OnCreate
  String welcome(Thing thing) {
    String name = thing.getMetadata().getName();
    welcomed.add(name);
    return "hello " + name;
  }
}
