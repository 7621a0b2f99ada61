package io.jopf.test.reliability;

import io.jopf.Retry;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Does the first time what the thing's colour says, and works from then on. */
@Handlers(Thing.class)
class MoodyHandlers {

  final AtomicInteger deaf = new AtomicInteger();
  final CountDownLatch help = new CountDownLatch(1);

  @OnCreate(backoff = "1s", timeout = "10s")
  String obey(Thing thing, Retry retry) {
    if (retry.attempt() > 0) {
      return "at last";
    }
    switch (String.valueOf(thing.getSpec().colour)) {
      case "exception" -> throw new IllegalStateException("as I was told");
      case "error" -> throw new AssertionError("as I was told");
      case "linkage" -> throw new NoClassDefFoundError("as I was told");
      case "overflow" -> overflow(0);
      case "deaf" -> beDeaf();
      case "interrupt" -> Thread.currentThread().interrupt();
      default -> {}
    }
    return "at once";
  }

  private void beDeaf() {
    deaf.incrementAndGet();
    while (help.getCount() > 0) {
      try {
        help.await();
      } catch (InterruptedException e) {
        deaf.incrementAndGet();
      }
    }
  }

  @SuppressWarnings("InfiniteRecursion") // on purpose
  private static int overflow(int depth) {
    return overflow(depth + 1) + depth;
  }
}
