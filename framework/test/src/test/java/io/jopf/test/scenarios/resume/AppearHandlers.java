package io.jopf.test.scenarios.resume;

import io.jopf.Reason;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnResume;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class AppearHandlers {

  final List<String> appeared = new CopyOnWriteArrayList<>();
  final List<String> greetedAgain = new CopyOnWriteArrayList<>();

  @OnCreate
  @OnResume
  void appear(Thing thing, Reason reason) {
    appeared.add(thing.getMetadata().getName() + ": " + reason);
  }

  @OnResume
  void greetAgain(Thing thing) {
    greetedAgain.add(thing.getMetadata().getName());
  }
}
