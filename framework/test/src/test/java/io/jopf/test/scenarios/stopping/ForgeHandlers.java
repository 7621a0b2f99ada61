package io.jopf.test.scenarios.stopping;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCleanup;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnStartup;
import io.jopf.test.scenarios.Thing;

@Handlers(Thing.class)
class ForgeHandlers {

  private final Bellows bellows;

  ForgeHandlers(Bellows bellows) {
    this.bellows = bellows;
  }

  @OnStartup
  void light() {
    bellows.log.add("lit");
  }

  @OnCreate
  String forge(Thing thing) throws InterruptedException {
    bellows.log.add("forging " + thing.getMetadata().getName());
    bellows.door.await();
    bellows.log.add("forged");
    return "done";
  }

  @OnCleanup
  void sweep() {
    bellows.log.add("swept");
  }
}
