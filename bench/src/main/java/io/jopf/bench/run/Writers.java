package io.jopf.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Threads that ask the API server for something, several at a time. */
public final class Writers implements AutoCloseable {

  private static final int SEVERAL = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(SEVERAL);

  /**
   * Runs something for 0 to count - 1 and waits for all of it.
   *
   * @throws IllegalStateException with what one of them has thrown
   */
  public void each(int count, IntConsumer work) {
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      all.add(threads.submit(() -> work.accept(number)));
    }
    for (Future<?> one : all) {
      await(one);
    }
  }

  private static void await(Future<?> one) {
    try {
      one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      var unused = threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
