package io.jopf.test.scenarios.filters;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class ShopHandlers {

  final List<String> done = new CopyOnWriteArrayList<>();

  @OnCreate(labels = "sale=on,!sold", when = Affordable.class)
  void offer(Thing thing) {
    done.add("offer " + thing.getMetadata().getName());
  }

  @OnUpdate(labels = "sale=on,!sold", when = Affordable.class)
  void change(Thing thing) {
    done.add("change " + thing.getMetadata().getName());
  }

  @OnDelete(labels = "sale=on,!sold")
  void takeBack(Thing thing) {
    done.add("take back " + thing.getMetadata().getName());
  }
}
