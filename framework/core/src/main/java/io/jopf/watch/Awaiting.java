package io.jopf.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Those who wait for a list, under the lock of its stream but for the first one. */
final class Awaiting {

  private final CountDownLatch first = new CountDownLatch(1);
  private final List<CompletableFuture<@Nullable Void>> next = new ArrayList<>();

  /** Waits until the first list has come or is known not to come for now. */
  void awaitFirst() throws InterruptedException {
    first.await();
  }

  /** Completes with the next list, or when that is known not to come for now. */
  CompletableFuture<@Nullable Void> next() {
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    next.add(done);
    return done;
  }

  /** A list has come, or is known not to come for now. */
  void settled() {
    first.countDown();
    next.forEach(done -> done.complete(null));
    next.clear();
  }
}
