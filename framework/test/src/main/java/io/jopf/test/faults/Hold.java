package io.jopf.test.faults;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Holds one request back. */
public final class Hold {

  private final CountDownLatch released = new CountDownLatch(1);
  private volatile @Nullable Fault fault;

  /** Whether the request has come. */
  public boolean isReached() {
    Fault holding = fault;
    return holding != null && holding.count() > 0;
  }

  /** Lets it go on. */
  public void release() {
    released.countDown();
  }

  void holding(Fault holding) {
    fault = holding;
  }

  void pass() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
