package io.jopf.test.scenarios.deletion;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

@Handlers(Thing.class)
class PostcardHandlers {

  final List<String> sent = new CopyOnWriteArrayList<>();
  final CountDownLatch pen = new CountDownLatch(1);

  @OnCreate
  void welcome(Thing thing) throws InterruptedException {
    String name = thing.getMetadata().getName();
    sent.add("welcome " + name);
    if (name.equals("novel")) {
      pen.await();
    }
  }

  @OnDelete(optional = true)
  void farewell(Thing thing) {
    sent.add("farewell " + thing.getMetadata().getName() + " of size " + thing.getSpec().size);
    if (thing.getSpec().size > 10) {
      throw new IllegalStateException("no card is that big");
    }
  }
}
