package io.jopf.queue;

import io.micronaut.scheduling.LoomSupport;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that handlers run on. */
public final class Threads {

  private Threads() {}

  /** Virtual threads where the JDK has them, daemon threads elsewhere. */
  public static ThreadFactory named(String prefix) {
    if (LoomSupport.isSupported()) {
      return LoomSupport.newVirtualThreadFactory(prefix);
    }
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
