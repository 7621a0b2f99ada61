package io.jopf.test.reliability;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Creates without an answer, and counts the looks. */
@Handlers(Thing.class)
class SilentHandlers {

  final List<String> created = new CopyOnWriteArrayList<>();
  final AtomicInteger looks = new AtomicInteger();

  @OnCreate
  @Nullable String create(Thing thing) {
    created.add(thing.getMetadata().getName());
    return null;
  }

  @Reconcile
  void look() {
    looks.incrementAndGet();
  }
}
