package io.jopf.test.scenarios.deletion;

import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.test.scenarios.Thing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class LeaseHandlers {

  final List<List<String>> finalizersWhenTaken = new CopyOnWriteArrayList<>();
  final List<Integer> returns = new CopyOnWriteArrayList<>();
  volatile boolean inUse;

  @OnCreate
  void take(Thing thing) {
    finalizersWhenTaken.add(List.copyOf(thing.getMetadata().getFinalizers()));
  }

  @OnDelete
  void giveBack(Retry retry) {
    returns.add(retry.attempt());
    if (inUse) {
      throw new TemporaryException("still in use", Duration.ofSeconds(1));
    }
  }
}
