package io.jopf.test.scenarios.timers;

import io.jopf.Memo;
import io.jopf.Patch;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnTimer;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

@Handlers(Thing.class)
class TideHandlers {

  final List<String> tides = new CopyOnWriteArrayList<>();
  final List<String> rests = new CopyOnWriteArrayList<>();

  /** Kept in mind of each thing. */
  static class Tides {
    final AtomicInteger count = new AtomicInteger();
  }

  @OnTimer(interval = "500ms", initialJitter = "0s")
  int tide(Thing thing, Memo memo, Patch<Thing> patch) {
    int count = memo.get(Tides.class, Tides::new).count.incrementAndGet();
    tides.add(thing.getMetadata().getName() + " " + count);
    patch.main(edited -> edited.getSpec().colour = "tide " + count);
    return count;
  }

  @OnTimer(interval = "200ms", labels = "rest=yes")
  void rest(Thing thing) {
    rests.add(thing.getMetadata().getName());
  }
}
