package io.jopf.test.faults;

import java.util.concurrent.CountDownLatch;

/** Holds one request or its answer back. */
public final class Hold {

  private final CountDownLatch released = new CountDownLatch(1);
  private volatile boolean reached;

  /** Whether it has come. */
  public boolean isReached() {
    return reached;
  }

  /** Lets it go on. */
  public void release() {
    released.countDown();
  }

  void pass() {
    reached = true;
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
