package io.jopf.jobflow.live;

import io.jopf.WorkAside;
import io.jopf.jobflow.run.Hands;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Carries out creations of all flows: many at the same time, one after there was trouble, and one
 * more again with each that goes well.
 */
@Singleton
final class Creations implements Hands, WorkAside {

  private final int most;
  private final ExecutorService threads;
  private final Deque<BooleanSupplier> waiting = new ArrayDeque<>();
  private int limit;
  private int running;

  /**
   * None yet.
   *
   * @param most how many at the same time
   */
  Creations(@Value("${jobflow.parallel-creations:32}") int most) {
    this.most = Math.max(1, most);
    this.limit = this.most;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            this.most,
            this.most,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "jobflow-creation");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  /**
   * Carries out one, soon.
   *
   * @param request says whether the API server is well
   */
  void submit(BooleanSupplier request) {
    synchronized (this) {
      waiting.add(request);
    }
    go();
  }

  private void go() {
    while (true) {
      BooleanSupplier next;
      synchronized (this) {
        if (running >= limit || waiting.isEmpty()) {
          return;
        }
        running++;
        next = waiting.remove();
      }
      threads.execute(() -> run(next));
    }
  }

  private void run(BooleanSupplier request) {
    boolean well = false;
    try {
      well = request.getAsBoolean();
    } finally {
      synchronized (this) {
        running--;
        limit = well ? Math.min(most, limit + 1) : 1;
      }
      go();
    }
  }

  @Override
  public <T> List<T> all(List<Supplier<T>> requests, Predicate<T> good) {
    List<CompletableFuture<T>> answers = new ArrayList<>();
    for (Supplier<T> request : requests) {
      CompletableFuture<T> answer = new CompletableFuture<>();
      answers.add(answer);
      submit(() -> isWell(request, good, answer));
    }
    try {
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static <T> boolean isWell(
      Supplier<T> request, Predicate<T> good, CompletableFuture<T> answer) {
    try {
      T made = request.get();
      answer.complete(made);
      return good.test(made);
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
      return false;
    }
  }

  /** How many may be carried out at the same time now. */
  synchronized int limit() {
    return limit;
  }

  @Override
  public synchronized boolean isIdle() {
    return running == 0 && waiting.isEmpty();
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
